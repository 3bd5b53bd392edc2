import { createFederationRouter, RouterError } from '@konsul/federation-router';

const router = createFederationRouter({ localDatacenter: 'dc1', ping: async () => true });
const server = (name: string, port: number) => ({
  name,
  datacenter: 'dc2',
  endpoint: { host: '127.0.0.1', port },
});

router.addArea('wan');
router.serverJoined('wan', server('node-1', 8300));
router.serverJoined('wan', server('node-2', 8301));

// Gossip may believe what it likes: the server stays, and calls still find the way.
router.serverFailed('wan', server('node-1', 8300));
const route = router.findRoute('dc2');
console.log(`calls to dc2 go to ${route.server.name}`);

// A call that does not get through sets the server back.
route.reportFailure();
const next = router.findRoute('dc2').server.name;
if (next === route.server.name) throw new Error('the next call must go to another server');

try {
  router.findRoute('dc9');
} catch (error) {
  if (!(error instanceof RouterError)) throw error;
  console.log(error.code);
}
router.stop();
