/** Tests whether this browser resolves names under `localhost`, and opens the host page by name or by port. */
async function goOn(): Promise<void> {
  const { port, search } = window.location;
  const named = `http://teams.localhost:${port}`;
  const isReached = await fetch(`${named}/probe`, { mode: 'no-cors', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
  window.location.replace(isReached ? `${named}/${search}` : `/host${search}`);
}

void goOn();
