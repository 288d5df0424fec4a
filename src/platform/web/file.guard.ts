import {
  CanActivate,
  ExecutionContext,
  Injectable,
  PayloadTooLargeException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FileInterceptor } from '@nestjs/platform-express';
import { EMPTY } from 'rxjs';
import { askingOf } from './asking';
import type { GivenFile } from './given-file';
import { type FileWanted, takesFileKey } from './takes-file';

// Beside the file stands the form's token; whatever else comes was not asked for.
const words = { fields: 1, fieldSize: 1024, fieldNameSize: 100, parts: 2 };

/**
 * Reads a form that carries a file, into memory. It stands after the guard that asks who it is, so that no stranger can
 * make the server hold files, and before the guard that looks for the form's token, which only then can be seen.
 */
@Injectable()
export class FileGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const asking = askingOf(context);
    if (typeof asking.is('multipart/form-data') !== 'string') return true;
    const wanted = this.reflector.get<FileWanted | undefined>(takesFileKey, context.getHandler());
    if (wanted === undefined) throw new UnsupportedMediaTypeException();
    const file = await fileIn(context, wanted);
    Object.assign(asking, { file });
    return true;
  }
}

async function fileIn(context: ExecutionContext, { field, mostBytes }: FileWanted): Promise<GivenFile> {
  const Reading = FileInterceptor(field, { limits: { ...words, files: 1, fileSize: mostBytes } });
  try {
    await new Reading().intercept(context, { handle: () => EMPTY });
  } catch (fault) {
    // What stood before the file has been read, its token too: the page can say what was wrong.
    if (fault instanceof PayloadTooLargeException) return { kind: 'tooLarge' };
    throw fault;
  }
  const { file }: { readonly file?: unknown } = askingOf(context);
  return isKept(file) ? { kind: 'given', bytes: file.buffer } : { kind: 'none' };
}

const isKept = (file: unknown): file is { readonly buffer: Buffer } =>
  typeof file === 'object' && file !== null && 'buffer' in file && Buffer.isBuffer(file.buffer);
