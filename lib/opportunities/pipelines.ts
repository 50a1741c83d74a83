import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { lostReason, pipelineStage } from '../../resources/pipeline.ts';
import { isRecord, toList, toRecord, toText } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { callList, send } from '../http/client.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { NoSuchRecordError } from '../inputs/refusal.ts';
import { isSameName, quoted, shortened } from '../inputs/characters.ts';
import { findByName, toldApart, type ChoiceSource } from '../operations/choices.ts';

export type Stage = RecordOf<typeof pipelineStage>;

/** A pipeline with its stages, in their order. */
export interface Pipeline {
  id: string;
  name: string;
  stages: Stage[];
}

/** The pipelines of a sub-account, all at once. */
export async function pipelinesOf(z: ZObject, bundle: Bundle): Promise<Pipeline[]> {
  const locationId = locationOf(bundle);
  const { data } = await send(z, { url: '/opportunities/pipelines', params: { locationId } });
  return toList(toRecord(data)['pipelines'])
    .filter(isRecord)
    .flatMap(({ id, name, stages }) => {
      const pipelineId = toText(id);
      if (pipelineId === null) return [];
      const pipelineName = toText(name) ?? 'Pipeline without a name';
      const rows = toList(stages).filter(isRecord).toSorted(byPosition);
      const read = rows.map((row, index) =>
        pipelineStage.parse({
          ...row,
          pipelineId,
          pipelineName,
          locationId,
          number: index + 1,
          isFirst: index === 0,
          isLast: index === rows.length - 1,
          winProbability: row['stageWinProbability'],
        }),
      );
      return [{ id: pipelineId, name: pipelineName, stages: read }];
    });
}

function byPosition(one: Record<string, unknown>, other: Record<string, unknown>): number {
  return Number(one['position'] ?? 0) - Number(other['position'] ?? 0);
}

const LONGEST_DETAIL = 80;

/** Pipelines by their names; those of one name with their stages too. */
export const pipelineChoices: ChoiceSource = async (z, bundle) => {
  const pipelines = await pipelinesOf(z, bundle);
  const choices = pipelines.map(({ id, name, stages }) => ({
    id,
    name,
    // In parentheses there are none.
    detail: shortened(
      stages
        .map((stage) => stage.name)
        .join(', ')
        .replaceAll(/[()]/g, '') || 'no stages',
      LONGEST_DETAIL,
    ),
  }));
  return { choices: toldApart(choices) };
};

/** The stages of the pipeline in `pipelineId`; without one those of all, each with its pipeline. */
export const stageChoices: ChoiceSource = async (z, bundle) => {
  const wanted = toText(bundle.inputData['pipelineId']);
  const pipelines = await pipelinesOf(z, bundle);
  const chosen = wanted === null ? pipelines : pipelines.filter(({ id }) => id === wanted);
  return {
    choices: chosen.flatMap(({ name: pipeline, stages }) =>
      stages.map(({ id, name }) => {
        const stage = name ?? 'Stage without a name';
        return { id, name: wanted === null ? `${stage} (${pipeline})` : stage };
      }),
    ),
  };
};

/**
 * A stage by its name, of the pipeline in `pipelineId` where there is one.
 *
 * @throws errors.Error that names the pipeline where it is a stage of another one
 */
export const stageNamed: RecordFinder = async (z, bundle, typed, label) => {
  try {
    return await findByName(stageChoices, 'stage')(z, bundle, typed, label);
  } catch (error) {
    const pipelineId = toText(bundle.inputData['pipelineId']) ?? undefined;
    if (!(error instanceof NoSuchRecordError) || pipelineId === undefined) throw error;
    const pipelines = await pipelinesOf(z, bundle);
    const elsewhere = pipelines
      .flatMap(({ stages }) => stages)
      .find(({ name }) => isSameName(name ?? '', typed));
    const wanted = pipelines.find(({ id }) => id === pipelineId);
    throw elsewhere && wanted ? ofAnother(elsewhere, wanted) : error;
  }
};

/** The reasons for which opportunities are lost: HighLevel gives a hundred at once. */
export function lostReasonsOf(z: ZObject, bundle: Bundle) {
  return callList(z, lostReason, 'lostReasons', {
    url: '/opportunities/lost-reason',
    params: { locationId: locationOf(bundle), limit: LOST_REASONS, skip: 0, deleted: false },
  });
}

const LOST_REASONS = 100;

export const lostReasonChoices: ChoiceSource = async (z, bundle) => {
  const reasons = await lostReasonsOf(z, bundle);
  return {
    choices: reasons.map(({ id, name }) => ({ id, name: name ?? 'Reason without a name' })),
  };
};

/** Where an opportunity stands, as a step names it. */
export interface PlaceInput {
  pipelineId?: string;
  pipelineStageId?: string;
}

/**
 * The pipeline and the stage that a step means. A stage alone says its pipeline; a pipeline alone says
 * its first stage.
 *
 * @throws errors.Error for a stage of another pipeline
 */
export function placeIn(
  pipelines: readonly Pipeline[],
  { pipelineId, pipelineStageId }: PlaceInput,
): PlaceInput {
  if (pipelineStageId === undefined) {
    return {
      pipelineId,
      pipelineStageId: pipelines.find(({ id }) => id === pipelineId)?.stages[0]?.id,
    };
  }
  const stage = pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === pipelineStageId);
  const wanted = pipelines.find(({ id }) => id === pipelineId);
  if (stage && wanted && stage.pipelineId !== wanted.id) throw ofAnother(stage, wanted);
  return { pipelineId: pipelineId ?? stage?.pipelineId ?? undefined, pipelineStageId };
}

function ofAnother(stage: Stage, wanted: Pipeline): Error {
  return new NoSuchRecordError(
    `"Stage" cannot be ${quoted(stage.name ?? '')}: it belongs to the pipeline ${quoted(stage.pipelineName ?? '')}, and "Pipeline" is ${quoted(wanted.name)}.`,
    `Choose one of these: ${wanted.stages.map(({ name }) => name).join(', ')}.`,
  );
}
