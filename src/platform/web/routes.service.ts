import { Injectable, OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Policy, policyKey } from './policy';

/** One address the program answers at, and who it is for. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly policy: Policy;
}

class RouteWithoutPolicy extends Error {
  constructor(routes: readonly string[]) {
    super(`These routes do not say who they are for (@For): ${routes.join(', ')}`);
  }
}

interface Found {
  readonly method: string;
  readonly path: string;
  readonly policy: Policy | undefined;
}

type Controller = Parameters<Reflector['get']>[1];
type Method = (...given: unknown[]) => unknown;

/** Knows every route of the program, and refuses to start when one does not say who it is for. */
@Injectable()
export class Routes implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.found().filter(({ policy }) => policy === undefined);
    if (open.length > 0) throw new RouteWithoutPolicy(open.map(({ method, path }) => `${method} ${path}`));
  }

  all(): readonly Route[] {
    return this.found().flatMap(({ method, path, policy }) => (policy === undefined ? [] : [{ method, path, policy }]));
  }

  private found(): Found[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? this.routesOf(metatype) : []));
  }

  private routesOf(controller: Controller): Found[] {
    const prototype: unknown = controller.prototype;
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler: unknown = Reflect.get(prototype, name);
      return isMethod(handler) && Reflect.hasMetadata(PATH_METADATA, handler)
        ? [this.routeOf(controller, handler)]
        : [];
    });
  }

  private routeOf(controller: Controller, handler: Method): Found {
    const parts = [controller, handler].map((place) => this.reflector.get<string>(PATH_METADATA, place));
    const path = parts.map((part) => part.replace(/^\/+|\/+$/g, '')).filter((part) => part !== '');
    return {
      method: RequestMethod[this.reflector.get<RequestMethod>(METHOD_METADATA, handler)],
      path: `/${path.join('/')}`,
      policy: this.reflector.getAllAndOverride<Policy | undefined>(policyKey, [handler, controller]),
    };
  }
}

const isMethod = (value: unknown): value is Method => typeof value === 'function';
