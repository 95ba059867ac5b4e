// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the two readers of GGUF headers that npm has take for a file: node gguf_peers.mjs FILE.gguf
// Run by tests/bench/sources in a folder where they are installed. Prints one line a reader: its name, version, median.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const runs = 11;
const file = process.argv[2];
const folder = process.cwd();

function versionOf(name) {
    return JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version;
}

async function load(name) {
    const entry = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"));
    const exported = entry.exports?.["."];
    const path = exported?.import?.default ?? exported?.import ?? exported?.default ?? entry.main;
    return import(pathToFileURL(join(folder, "node_modules", name, typeof path === "string" ? path : entry.main)));
}

async function measure(name, read) {
    const milliseconds = [];
    for (let i = 0; i < runs; i++) {
        const begin = performance.now();
        const tensors = await read();
        milliseconds.push(performance.now() - begin);
        if (!(tensors > 0))
            throw new Error(`${name} found no tensors`);
    }
    milliseconds.sort((a, b) => a - b);
    console.log(`${name} ${versionOf(name)} ${milliseconds[(runs - 1) / 2].toFixed(1)}`);
}

const huggingFace = await load("@huggingface/gguf");
await measure("@huggingface/gguf", async () => (await huggingFace.gguf(file, { allowLocalFile: true })).tensorInfos.length);
const llama = await load("node-llama-cpp");
await measure("node-llama-cpp", async () => (await llama.readGgufFileInfo(file, { logWarnings: false })).fullTensorInfo.length);
process.exit(0);
