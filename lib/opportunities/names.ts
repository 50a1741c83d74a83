import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RawRecord } from '../../resources/values.ts';
import { toText } from '../../resources/values.ts';
import { usersOf } from '../users/users.ts';
import { lostReasonsOf, pipelinesOf, type Pipeline } from './pipelines.ts';

/** What opportunities name by an ID only. */
export interface Lists {
  pipelines: Pipeline[];
  /** An opportunity, as HighLevel sends it, with the names of what it names by ID. */
  named: (raw: RawRecord) => RawRecord;
}

/** Which lists are read beside the pipelines. */
export interface ListsWanted {
  users: boolean;
  lostReasons: boolean;
}

/**
 * The lists that opportunities need for their names, read at the same time. A step that writes reads
 * them before it does: a list that fails afterwards would make a written opportunity look failed.
 */
export async function readLists(
  z: ZObject,
  bundle: Bundle,
  wanted: ListsWanted = { users: true, lostReasons: true },
): Promise<Lists> {
  const [pipelines, users, reasons] = await Promise.all([
    pipelinesOf(z, bundle),
    wanted.users ? usersOf(z, bundle) : [],
    wanted.lostReasons ? lostReasonsOf(z, bundle) : [],
  ]);
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  return {
    pipelines,
    named: (raw) => ({
      ...raw,
      pipelineName: nameIn(pipelines, raw['pipelineId']),
      stageName: nameIn(stages, raw['pipelineStageId']),
      assignedToName: nameIn(users, raw['assignedTo']),
      lostReason: nameIn(reasons, raw['lostReasonId']),
      previousPipelineName: nameIn(pipelines, raw['previousPipelineId']),
      previousStageName: nameIn(stages, raw['previousStageId']),
      previousAssignedToName: nameIn(users, raw['previousAssignedTo']),
    }),
  };
}

/** The same for opportunities that were read: only the lists that some of them need. */
export async function withNames(
  z: ZObject,
  bundle: Bundle,
  raws: readonly RawRecord[],
): Promise<RawRecord[]> {
  if (raws.length === 0) return [];
  const isFilled = (key: string) => raws.some((raw) => toText(raw[key]) !== null);
  const { named } = await readLists(z, bundle, {
    users: isFilled('assignedTo') || isFilled('previousAssignedTo'),
    lostReasons: isFilled('lostReasonId'),
  });
  return raws.map((raw) => named(raw));
}

function nameIn(
  records: readonly { id: string; name: string | null }[],
  wanted: unknown,
): string | null {
  return records.find(({ id }) => id === wanted)?.name ?? null;
}
