import { it } from 'vitest';
import { SimulatedGroup } from './simulated-group.js';
it('dbg', () => {
  const g = new SimulatedGroup(Number(process.env['S']));
  const r = g.run();
  console.log(r.violation?.message);
  console.log(r.trace.filter((l) => /crash|restart|cut|snap|disk|role|heal/.test(l)).slice(-60).join('\n'));
  for (const s of (g as any).all()) {
    const st = s.core.status();
    console.log(JSON.stringify({ ...st, configuration: 0 }), 'disk', s.disk.lastIndex, s.disk.hardState, s.disk.snapshotIndex);
  }
});
