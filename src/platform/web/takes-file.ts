import { createParamDecorator, ExecutionContext, SetMetadata } from '@nestjs/common';
import { askingOf } from './asking';
import type { GivenFile } from './given-file';

export const takesFileKey = 'kretsen:takes-file';

/** The one file that a form may carry. */
export interface FileWanted {
  readonly field: string;
  readonly mostBytes: number;
}

/** For a route whose form carries a file; every other route takes words only. */
export const TakesFile = (wanted: FileWanted): MethodDecorator => SetMetadata(takesFileKey, wanted);

/** Gives a controller the file that came with the form. */
export const FileGiven = createParamDecorator(
  (_: unknown, context: ExecutionContext): GivenFile => askingOf(context).file ?? { kind: 'none' },
);
