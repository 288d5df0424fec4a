import { BlockList, isIP } from 'node:net';

// Reserved by IANA's special-purpose registries (RFC 6890): this machine, private nets, the operator's own (CGNAT),
// documentation, benchmarks, relays, multicast.
const reservedV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

// RFC 4291 §2.4: unicast on the open net lies here; IPv4 in disguise, NAT64, link-local and multicast lie outside.
const openV6 = ['2000::/3'];

// Tunnels that hide another address (Teredo, 6to4), documentation, and nets for protocols.
const reservedV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const listOf = (nets: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const net of nets) {
    const [address = '', bits] = net.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
};

const closed = { v4: listOf(reservedV4, 'ipv4'), v6: listOf(reservedV6, 'ipv6') };
const open = listOf(openV6, 'ipv6');

/** Whether an IP address is one of the open net's; what is no address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.v4.check(address, 'ipv4');
    case 6:
      return open.check(address, 'ipv6') && !closed.v6.check(address, 'ipv6');
    default:
      return false;
  }
}
