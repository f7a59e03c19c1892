// Where the browser keeps the keys of standing witnesses: the private half can be used here and never be read out.
const STORE = "witness-keys";

/** @returns {Promise<object|undefined>} the key of that id with what it signed last */
export function findKey(id) {
  return inStore("readonly", store => store.get(id));
}

/** Keeps a key with what it signed last, under its `id`. */
export function keepKey(kept) {
  return inStore("readwrite", store => store.put(kept));
}

async function inStore(mode, ask) {
  const database = await answerOf(opening());
  try {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
    const answer = await answerOf(ask(transaction.objectStore(STORE)));
    await done;
    return answer;
  } finally {
    database.close();
  }
}

function opening() {
  const request = indexedDB.open("doublerandom", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
  return request;
}

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
