/** A file of this machine on its way into a form, in base64. */
export interface FileUpload {
  name: string;
  contentType: string;
  base64: string;
}

export interface UploadedFile {
  url: string;
}
