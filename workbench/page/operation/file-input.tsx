import { useSignal } from '@preact/signals';

import type { UploadedFile } from '../../api/files.ts';
import { ValueLink } from '../parts/value-link.tsx';
import { ask, sentenceOf } from '../state/api.ts';

interface FileInputProps {
  id: string;
  'aria-label': string;
  value: string;
  onText: (text: string) => void;
}

/** A file as a step gets it: its URL. One of this machine is handed to the local HighLevel first. */
export function FileInput({ onText, ...input }: FileInputProps) {
  const sentence = useSignal('');
  const upload = async (file: File | undefined) => {
    if (!file) return;
    try {
      const base64 = await base64Of(file);
      const body = { name: file.name, contentType: file.type, base64 };
      onText((await ask<UploadedFile>('/files', body)).url);
      sentence.value = '';
    } catch (error) {
      sentence.value = sentenceOf(error);
    }
  };
  return (
    <div class="file-input">
      <input {...input} placeholder="The URL of a file" />
      <input
        type="file"
        aria-label={`Upload ${input['aria-label']}`}
        onChange={({ currentTarget }) => void upload(currentTarget.files?.[0])}
      />
      {input.value.startsWith('http') && <ValueLink url={input.value} />}
      {sentence.value !== '' && (
        <p class="bad-text" role="alert">
          {sentence.value}
        </p>
      )}
    </div>
  );
}

/** @throws Error when the file cannot be read */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      // readAsDataURL reads a text: what follows the comma is the content.
      resolve((reader.result as string).replace(/^.*?,/, ''));
    };
    reader.onerror = () => {
      reject(new Error(`${file.name} cannot be read.`));
    };
    reader.readAsDataURL(file);
  });
}
