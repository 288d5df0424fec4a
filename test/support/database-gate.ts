import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands before a database server and can be shut, as when a cable is pulled, and opened again. */
export class DatabaseGate {
  private readonly lines = new Set<Socket>();
  private isOpen = true;

  private constructor(
    private readonly server: Server,
    private readonly url: URL,
  ) {}

  static async before(url: string): Promise<DatabaseGate> {
    const target = new URL(url);
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const gate = new DatabaseGate(server, target);
    server.on('connection', (line) => {
      gate.pass(line);
    });
    return gate;
  }

  get address(): { readonly url: string } {
    const through = new URL(this.url);
    through.hostname = '127.0.0.1';
    through.port = String((this.server.address() as AddressInfo).port);
    return { url: through.href };
  }

  shut(): void {
    this.isOpen = false;
    for (const line of this.lines) line.destroy();
    this.lines.clear();
  }

  open(): void {
    this.isOpen = true;
  }

  close(): void {
    this.shut();
    this.server.close();
  }

  private pass(line: Socket): void {
    line.on('error', () => undefined);
    if (!this.isOpen) {
      line.destroy();
      return;
    }
    const further = connect(Number(this.url.port || '5432'), this.url.hostname).on('error', () => line.destroy());
    for (const one of [line, further]) this.lines.add(one);
    line.on('close', () => further.destroy());
    line.pipe(further).pipe(line);
  }
}
