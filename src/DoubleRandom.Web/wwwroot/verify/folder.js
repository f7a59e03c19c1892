import { isSystemFile, ReadingLimits, withoutTopFolder } from "./record-limits.js";
import { Fault } from "./report.js";
import { readZip } from "./zip.js";

/**
 * The record's files out of what a visitor chose: one ZIP file, or the files of a folder (A.2).
 * @param {{path: string, file: File}[]} chosen @returns {Promise<Map<string, Uint8Array>>} by name relative to the folder
 * @throws {Fault}
 */
export async function readChosen(chosen) {
  if (chosen.length === 1 && /\.zip$/i.test(chosen[0].path)) {
    return readZip(chosen[0].file);
  }
  const limits = new ReadingLimits();
  const files = new Map();
  for (const { path, file } of chosen.filter(({ path: name }) => !isSystemFile(name))) {
    limits.beginFile();
    limits.addBytes(file.size);
    files.set(path, await bytesOfFile(file));
  }
  return withoutTopFolder(files);
}

/** The bytes of a file the visitor chose. @param {Blob} file @throws {Fault} if the browser cannot read it */
export async function bytesOfFile(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Fault(`无法读取 ${file.name}`, `${file.name} cannot be read`);
  }
}

/** What a file input holds. @param {FileList} list @returns {{path: string, file: File}[]} */
export function chosenOf(list) {
  return [...list].map(file => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * What was dropped onto the page, folders walked through.
 * @param {DataTransfer} transfer valid during the event only, so call this at once
 * @returns {Promise<{path: string, file: File}[]>}
 */
export async function droppedOf(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(entry => entry);
  if (entries.length === 0) {
    return chosenOf(transfer.files);
  }
  const dropped = [];
  const limits = new ReadingLimits();
  for (const entry of entries) {
    await walkEntry(entry, entry.name, dropped, limits);
  }
  return dropped;
}

async function walkEntry(entry, path, dropped, limits) {
  if (entry.isFile) {
    limits.beginFile();
    dropped.push({ path, file: await new Promise((resolve, reject) => { entry.file(resolve, reject); }) });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (some.length === 0) {
      return;
    }
    for (const child of some) {
      await walkEntry(child, `${path}/${child.name}`, dropped, limits);
    }
  }
}
