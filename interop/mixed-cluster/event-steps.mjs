export async function tell(cluster) {
  const tellers = cluster.pick('go-3', 'ts-3');
  await cluster.check('user events told to either kind', async () => {
    for (const teller of tellers) {
      await teller.tell('event', '-coalesce=false', 'deploy', `1-${teller.name}`);
      await teller.tell('event', '-coalesce=false', 'deploy', `2-${teller.name}`);
    }
    await cluster.hear(
      tellers.flatMap(({ name }) => [`user deploy 1-${name}`, `user deploy 2-${name}`]),
    );
  });
  await cluster.check('of user events that coalesce, the newest', async () => {
    const heard = (name, count) => `user restart-${name} ${count}`;
    for (const teller of tellers) {
      for (const count of [1, 2, 3])
        await teller.tell('event', `restart-${teller.name}`, `${count}`);
    }
    // An exchange of states tells events one by one: it does not say which of them coalesce.
    const older = ['1', '2'].flatMap((count) => tellers.map(({ name }) => heard(name, count)));
    await cluster.hear(
      tellers.map(({ name }) => heard(name, '3')),
      cluster.live,
      older,
    );
  });
}
