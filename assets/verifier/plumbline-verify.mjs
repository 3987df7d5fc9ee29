import * as fs from "node:fs/promises";
import { open } from "node:fs/promises";
import path from "node:path";
import { createHash, createPublicKey, verify } from "node:crypto";
import { crc32 } from "node:zlib";
import { createReadStream } from "node:fs";
// node_modules/canonicalize/lib/canonicalize.js
function serializeString(value) {
	if (!value.isWellFormed()) throw new Error("Lone surrogate is not allowed");
	return JSON.stringify(value);
}
function serializePrimitive(value) {
	switch (typeof value) {
		case "number":
			if (isNaN(value)) throw new Error("NaN is not allowed");
			if (!isFinite(value)) throw new Error("Infinity is not allowed");
			return JSON.stringify(value);
		case "string": return serializeString(value);
		case "boolean": return value ? "true" : "false";
		default: return JSON.stringify(value);
	}
}
function enterValue(value, seen) {
	let wrappers = null;
	while (value !== null && typeof value === "object" && typeof value.toJSON === "function") {
		if (seen.has(value)) throw new Error("Circular reference detected");
		seen.add(value);
		(wrappers ??= []).push(value);
		value = value.toJSON();
	}
	if (value instanceof Number || value instanceof String || value instanceof Boolean) value = value.valueOf();
	if (value === null || typeof value !== "object") {
		if (wrappers !== null) for (const wrapper of wrappers) seen.delete(wrapper);
		return serializePrimitive(value);
	}
	if (seen.has(value)) throw new Error("Circular reference detected");
	seen.add(value);
	return {
		container: value,
		keys: Array.isArray(value) ? null : Object.keys(value).sort(),
		index: 0,
		first: true,
		wrappers
	};
}
function canonicalize(object) {
	if (object === null || typeof object !== "object") return serializePrimitive(object);
	const seen = /* @__PURE__ */ new Set();
	const root = enterValue(object, seen);
	if (typeof root !== "object") return root;
	let result = root.keys === null ? "[" : "{";
	const stack = [root];
	outer: while (stack.length > 0) {
		const frame = stack[stack.length - 1];
		const container = frame.container;
		if (frame.keys === null) {
			while (frame.index < container.length) {
				const i = frame.index++;
				if (i > 0) result += ",";
				const element = container[i];
				const value = element === void 0 || typeof element === "symbol" || typeof element === "function" ? null : element;
				if (value === null || typeof value !== "object") {
					result += serializePrimitive(value);
					continue;
				}
				const child = enterValue(value, seen);
				if (typeof child !== "object") {
					result += child === void 0 ? "null" : child;
					continue;
				}
				result += child.keys === null ? "[" : "{";
				stack.push(child);
				continue outer;
			}
			result += "]";
		} else {
			const keys = frame.keys;
			while (frame.index < keys.length) {
				const key = keys[frame.index++];
				const value = container[key];
				if (value === void 0 || typeof value === "symbol" || typeof value === "function") continue;
				if (value === null || typeof value !== "object") {
					if (frame.first) frame.first = false;
					else result += ",";
					result += serializeString(key) + ":" + serializePrimitive(value);
					continue;
				}
				const child = enterValue(value, seen);
				if (child === void 0) continue;
				if (frame.first) frame.first = false;
				else result += ",";
				result += serializeString(key) + ":";
				if (typeof child !== "object") {
					result += child;
					continue;
				}
				result += child.keys === null ? "[" : "{";
				stack.push(child);
				continue outer;
			}
			result += "}";
		}
		seen.delete(container);
		if (frame.wrappers !== null) for (const wrapper of frame.wrappers) seen.delete(wrapper);
		stack.pop();
	}
	return result;
}
// electron/exchange/archive/node-tools.ts
var decoder = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/** Whether an Ed25519 signature over a text is right. Key and signature in hex; anything that is no key is no. */
function isSignedBy(publicKey, text, signature) {
	try {
		const x = Buffer.from(publicKey, "hex").toString("base64url");
		const key = createPublicKey({
			key: {
				kty: "OKP",
				crv: "Ed25519",
				x
			},
			format: "jwk"
		});
		return verify(null, Buffer.from(text), key, Buffer.from(signature, "hex"));
	} catch {
		return false;
	}
}
var nodeTools = {
	createHasher() {
		const hash = createHash("sha256");
		return {
			update: (bytes) => void hash.update(bytes),
			digest: () => hash.digest("hex")
		};
	},
	hashText: (text) => createHash("sha256").update(text).digest("hex"),
	crc32: (bytes, before) => crc32(bytes, before),
	decode: (bytes) => decoder.decode(bytes),
	isSigned: isSignedBy,
	canonical: (value) => canonicalize(value) ?? "null"
};
/** An open file as a source; two buffers take turns, so that one is read into while the other is hashed. */
async function sourceOfFile(handle) {
	const { size } = await handle.stat();
	const buffers = [Buffer.alloc(0), Buffer.alloc(0)];
	let turn = 0;
	return {
		size,
		async read(position, length) {
			turn = turn === 0 ? 1 : 0;
			if (buffers[turn].length < length) buffers[turn] = Buffer.allocUnsafe(length);
			const buffer = buffers[turn];
			let read = 0;
			while (read < length) {
				const { bytesRead } = await handle.read(buffer, read, length - read, position + read);
				if (bytesRead === 0) break;
				read += bytesRead;
			}
			return buffer.subarray(0, read);
		}
	};
}
// shared/errors.ts
/** An error with a meaning for the user: a code, one sentence that says what happened and what to do, and facts. */
var AppError = class extends Error {
	code;
	details;
	constructor(code, message, details) {
		super(message);
		this.name = "AppError";
		this.code = code;
		this.details = details;
	}
};
// electron/files.ts
/** The operations that touch the disk. Tests replace single ones; the product never does. */
var disk = {
	open: fs.open,
	rename: fs.rename,
	unlink: fs.unlink,
	mkdir: fs.mkdir,
	readdir: fs.readdir,
	stat: fs.stat,
	lstat: fs.lstat,
	readFile: fs.readFile,
	copyFile: fs.copyFile,
	sync: (handle) => handle.sync(),
	read: createReadStream
};
var sentences = {
	ENOSPC: ["disk-full", "The disk is full. Nothing was half-saved; make room and try again."],
	EDQUOT: ["disk-full", "The disk quota is used up. Nothing was half-saved; make room and try again."],
	EROFS: ["read-only", "The folder is read-only. Choose a folder you may write to."],
	EACCES: ["read-only", "The folder or file may not be written or read. Check its permissions."],
	EPERM: ["read-only", "The folder or file may not be written or read. Check its permissions."],
	ENOENT: ["not-found", "The file or folder does not exist."],
	EIO: ["unavailable", "The disk reported an error. Nothing was half-saved; check the disk."],
	EBUSY: ["unavailable", "The file is in use by another program. Close it there and try again."]
};
/** A disk error as a sentence for people; anything unknown is passed on as it is. */
function explainDiskError(error, file) {
	const code = error?.code;
	const known = code ? sentences[code] : void 0;
	return known ? new AppError(known[0], `${known[1]} (${path.basename(file)})`, {
		code,
		file
	}) : error;
}
/** Runs a disk operation; its errors become AppErrors. */
async function onDisk(file, operation) {
	try {
		return await operation();
	} catch (error) {
		throw explainDiskError(error, file);
	}
}
var pieceSize = 1 << 20;
/** SHA-256 (lower-case hex) and size in bytes of a file. The next piece is read while one is hashed. */
async function hashFile(file, signal) {
	const hash = createHash("sha256");
	return onDisk(file, async () => {
		const handle = await disk.open(file, "r");
		const readPiece = (buffer, position) => handle.read(buffer, 0, buffer.length, position);
		let reading;
		try {
			let size = 0;
			const { size: stated } = await handle.stat();
			const length = stated === 0 ? pieceSize : Math.min(pieceSize, stated);
			let [one, other] = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)];
			reading = readPiece(one, 0);
			for (;;) {
				signal?.throwIfAborted();
				const { bytesRead } = await reading;
				if (bytesRead === 0) return {
					sha256: hash.digest("hex"),
					size
				};
				size += bytesRead;
				reading = readPiece(other, size);
				hash.update(one.subarray(0, bytesRead));
				[one, other] = [other, one];
			}
		} finally {
			await reading?.catch(() => void 0);
			await handle.close();
		}
	});
}
// shared/proof/plain.ts
/** Text of a file that comes from outside, as it may be shown: nothing in it moves a cursor or turns the direction of writing. */
function plain(text) {
	return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "�");
}
// shared/proof/zip-layout.ts
/** The signatures that begin the records of a zip file. */
var signatures = {
	local: 67324752,
	directory: 33639248,
	wideEnd: 101075792,
	wideLocator: 117853008,
	end: 101010256
};
var lengthOfHeader = 50;
/** Fixed at 1 January 1980: when an archive was made stands in its manifest. */
var zipDate = 33;
var wide = 4294967295;
/** Names are UTF-8. */
var flags = 2048;
/** The version of the format that knows 64-bit fields. */
var version = 45;
/** Whether a name can stand in an archive at all. */
var isPlainName = (name) => /^[\x21-\x7e][\x20-\x7e]{0,199}$/.test(name);
function writeName(bytes, at, name) {
	for (let place = 0; place < name.length; place += 1) bytes[at + place] = name.charCodeAt(place);
}
var viewOf$1 = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Where the content of an entry begins. */
var startOf = ({ name, offset }) => offset + lengthOfHeader + name.length;
/** The header before the content of an entry. */
function localHeader({ name, crc, size }) {
	const header = new Uint8Array(lengthOfHeader + name.length);
	const view = viewOf$1(header);
	view.setUint32(0, signatures.local, true);
	view.setUint16(4, version, true);
	view.setUint16(6, flags, true);
	view.setUint16(12, zipDate, true);
	view.setUint32(14, crc, true);
	view.setUint32(18, wide, true);
	view.setUint32(22, wide, true);
	view.setUint16(26, name.length, true);
	view.setUint16(28, 20, true);
	writeName(header, 30, name);
	const extra = 30 + name.length;
	view.setUint16(extra, 1, true);
	view.setUint16(extra + 2, 16, true);
	view.setBigUint64(extra + 4, BigInt(size), true);
	view.setBigUint64(extra + 12, BigInt(size), true);
	return header;
}
/** The line of an entry in the directory. */
function directoryEntry({ name, crc, size, offset }) {
	const entry = new Uint8Array(74 + name.length);
	const view = viewOf$1(entry);
	view.setUint32(0, signatures.directory, true);
	view.setUint16(4, version, true);
	view.setUint16(6, version, true);
	view.setUint16(8, flags, true);
	view.setUint16(14, zipDate, true);
	view.setUint32(16, crc, true);
	view.setUint32(20, wide, true);
	view.setUint32(24, wide, true);
	view.setUint16(28, name.length, true);
	view.setUint16(30, 28, true);
	view.setUint32(42, wide, true);
	writeName(entry, 46, name);
	const extra = 46 + name.length;
	view.setUint16(extra, 1, true);
	view.setUint16(extra + 2, 24, true);
	view.setBigUint64(extra + 4, BigInt(size), true);
	view.setBigUint64(extra + 12, BigInt(size), true);
	view.setBigUint64(extra + 20, BigInt(offset), true);
	return entry;
}
/** The records at the end: how many entries there are, how long the directory is and where it begins. */
function directoryEnd(count, size, offset) {
	const end = /* @__PURE__ */ new Uint8Array(98);
	const view = viewOf$1(end);
	view.setUint32(0, signatures.wideEnd, true);
	view.setBigUint64(4, 44n, true);
	view.setUint16(12, version, true);
	view.setUint16(14, version, true);
	view.setBigUint64(24, BigInt(count), true);
	view.setBigUint64(32, BigInt(count), true);
	view.setBigUint64(40, BigInt(size), true);
	view.setBigUint64(48, BigInt(offset), true);
	view.setUint32(56, signatures.wideLocator, true);
	view.setBigUint64(64, BigInt(offset + size), true);
	view.setUint32(72, 1, true);
	view.setUint32(76, signatures.end, true);
	view.setUint16(84, 65535, true);
	view.setUint16(86, 65535, true);
	view.setUint32(88, wide, true);
	view.setUint32(92, wide, true);
	return end;
}
// shared/proof/archives.ts
/** What is wrong with an archive: `damaged` where it was one once, `refused` where it is none. `what` goes on after a colon. */
var ArchiveFault = class extends Error {
	kind;
	what;
	entry;
	constructor(kind, what, entry) {
		super(what);
		this.name = "ArchiveFault";
		this.kind = kind;
		this.what = what;
		this.entry = entry;
	}
};
var chunkSize = 1 << 20;
/** A name as it is shown in a sentence. */
var show = (name) => `“${plain(name.length > 80 ? `${name.slice(0, 80)}…` : name)}”`;
var damaged = (what, entry) => new ArchiveFault("damaged", what, entry);
var refused = (what, entry) => new ArchiveFault("refused", what, entry);
var viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
function isSame(one, other) {
	if (one.length !== other.length) return false;
	for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
	return true;
}
async function readAt(source, position, length) {
	const bytes = new Uint8Array(length);
	for (let from = 0; from < length;) {
		const piece = await source.read(position + from, Math.min(chunkSize, length - from));
		if (piece.length === 0) throw damaged("it ends too early");
		bytes.set(piece, from);
		from += piece.length;
	}
	return bytes;
}
/** Where the directory is, and how many entries it has, by the records at the end of the file. */
async function findDirectory(source, rules) {
	if (source.size < 98) throw refused("it is too short");
	if (viewOf(await readAt(source, 0, 4)).getUint32(0, true) !== signatures.local) throw refused("it does not begin as one");
	const end = await readAt(source, source.size - 98, 98);
	const view = viewOf(end);
	const count = Number(view.getBigUint64(32, true));
	const size = Number(view.getBigUint64(40, true));
	const offset = Number(view.getBigUint64(48, true));
	if (!(view.getUint32(0, true) === signatures.wideEnd && view.getUint32(56, true) === signatures.wideLocator && view.getUint32(76, true) === signatures.end)) throw damaged("the directory at its end is missing");
	if (offset + size + 98 !== source.size || count * 74 > size) throw damaged("its directory is not where it should be");
	if (size > rules.largestDirectory) throw refused("it holds too many entries");
	if (!isSame(end, directoryEnd(count, size, offset))) throw damaged("the records at its end are not as they were written");
	return {
		offset,
		size,
		count
	};
}
function nameAt(bytes, from, to) {
	let name = "";
	for (let at = from; at < to; at += 1) name += String.fromCharCode(bytes[at] ?? 0);
	return name;
}
function readEntry(directory, at, rules) {
	const view = viewOf(directory);
	if (at + 46 > directory.length || view.getUint32(at, true) !== signatures.directory) throw damaged("its directory cannot be read");
	const nameLength = view.getUint16(at + 28, true);
	const extra = at + 46 + nameLength;
	const next = extra + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	if (next > directory.length) throw damaged("its directory cannot be read");
	const name = nameAt(directory, at + 46, extra);
	if (!isPlainName(name) || !rules.isName(name)) throw refused(`it has an entry ${show(name)}, which no ${rules.called} has`, name);
	if (view.getUint16(at + 10, true) !== 0 || next !== extra + 28) throw refused(`its entry ${show(name)} is not stored as in a ${rules.called}`, name);
	const entry = {
		name,
		size: Number(view.getBigUint64(extra + 4, true)),
		crc: view.getUint32(at + 16, true),
		offset: Number(view.getBigUint64(extra + 20, true))
	};
	if (!isSame(directory.subarray(at, next), directoryEntry(entry))) throw refused(`its entry ${show(name)} is not stored as in a ${rules.called}`, name);
	return {
		entry,
		next
	};
}
/** The entries in order; they must lie one after the other from the first byte to the directory, each name once. */
async function openArchive(source, rules) {
	const { offset, size, count } = await findDirectory(source, rules);
	const directory = await readAt(source, offset, size);
	const entries = /* @__PURE__ */ new Map();
	let at = 0;
	let expected = 0;
	for (let place = 0; place < count; place += 1) {
		const { entry, next } = readEntry(directory, at, rules);
		if (entries.has(entry.name)) throw refused(`it has the entry ${show(entry.name)} twice`, entry.name);
		if (entry.offset !== expected) throw damaged(`its entry ${show(entry.name)} is not where it should be`, entry.name);
		entries.set(entry.name, entry);
		expected = startOf(entry) + entry.size;
		at = next;
	}
	if (at !== size || expected !== offset) throw damaged("its directory does not match its content");
	return entries;
}
/** Reads an entry from start to end; the check sum is compared before it ends. Answers with its SHA-256. */
async function readArchived(source, entry, tools, onChunk, signal) {
	if (!isSame(await readAt(source, entry.offset, startOf(entry) - entry.offset), localHeader(entry))) throw damaged(`its entry ${show(entry.name)} is not where its directory says`, entry.name);
	const hasher = tools.createHasher();
	const end = startOf(entry) + entry.size;
	let crc = 0;
	const readFrom = (position) => source.read(position, Math.min(chunkSize, end - position));
	let position = startOf(entry);
	let reading = position < end ? readFrom(position) : void 0;
	while (reading) {
		signal?.throwIfAborted();
		const chunk = await reading;
		if (chunk.length === 0) throw damaged("it ends too early", entry.name);
		position += chunk.length;
		reading = position < end ? readFrom(position) : void 0;
		try {
			hasher.update(chunk);
			crc = tools.crc32(chunk, crc);
			await onChunk?.(chunk);
		} catch (error) {
			await reading?.catch(() => void 0);
			throw error;
		}
	}
	if (crc !== entry.crc) throw damaged(`its entry ${show(entry.name)} does not match its check sum`, entry.name);
	return hasher.digest();
}
/** The whole content of an entry that is no larger than `most` bytes, with its SHA-256. */
async function readWhole(source, entry, tools, most) {
	if (entry.size > most) throw refused(`its entry ${show(entry.name)} is too large`, entry.name);
	const bytes = new Uint8Array(entry.size);
	let at = 0;
	return {
		bytes,
		sha256: await readArchived(source, entry, tools, (chunk) => {
			bytes.set(chunk, at);
			at += chunk.length;
		})
	};
}
// shared/proof/parse-json.ts
/**
* JSON of a file that comes from outside, nested no deeper than `most`: a few bytes of brackets would otherwise take a
* thousand times their size. Throws where it is deeper, or no JSON.
*/
function parseShallow(text, most) {
	let depth = 0;
	let isText = false;
	for (let at = 0; at < text.length; at += 1) {
		const sign = text.charCodeAt(at);
		if (isText) {
			if (sign === 92) at += 1;
			else if (sign === 34) isText = false;
		} else if (sign === 34) isText = true;
		else if (sign === 123 || sign === 91) {
			depth += 1;
			if (depth > most) throw new SyntaxError("nested too deeply");
		} else if (sign === 125 || sign === 93) depth -= 1;
	}
	return JSON.parse(text);
}
// shared/proof/change-rows.ts
/** What is hashed of the values of a change: they enter the chain through this alone. */
var textOfFields = (fields, salt) => `${salt}\n${fields}`;
/** What is hashed of a change: every column but the hash itself; fields and salt through the salted hash of the fields. */
function textOfChange(row, canonical) {
	const { fields: _fields, salt: _salt, ...covered } = row;
	return canonical(covered);
}
var columns = {
	id: "text",
	step: "text",
	audit_id: "text or null",
	actor: "text",
	device: "text",
	clock: "text",
	at: "text",
	schema: "number",
	noun: "text",
	record_id: "text",
	kind: "text",
	fields: "text or null",
	salt: "text or null",
	fields_hash: "text",
	base: "text or null",
	prev: "text or null",
	hash: "text"
};
function isRow(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
	const given = value;
	return Object.keys(given).length === Object.keys(columns).length && Object.entries(columns).every(([name, kind]) => {
		const column = given[name];
		if (kind === "number") return Number.isInteger(column);
		return typeof column === "string" || kind === "text or null" && column === null;
	});
}
/** A row as one line, without its end. */
var lineOfRow = (row, canonical) => canonical(row);
/** Whether a row is as it was written: its own hash, and that of its values where they are there. */
async function isIntact(row, tools) {
	const { hash, ...rest } = row;
	if (row.fields === null !== (row.salt === null)) return false;
	if (row.fields !== null && row.salt !== null) {
		if (await tools.hashText(textOfFields(row.fields, row.salt)) !== row.fields_hash) return false;
	}
	return await tools.hashText(textOfChange(rest, tools.canonical)) === hash;
}
/** A line as a row; undefined where it is none, or not written the one way that a row is. */
function readLine(line, canonical) {
	try {
		const row = parseShallow(line, 1);
		return isRow(row) && lineOfRow(row, canonical) === line ? row : void 0;
	} catch {
		return;
	}
}
// shared/proof/chains.ts
/** The key of a chain. */
var keyOf = (audit, device) => `${audit ?? ""} ${device}`;
/** Begins to follow chains. */
function followChains() {
	const chains = /* @__PURE__ */ new Map();
	const found = [];
	let place = 0;
	const say = (code, record, message, at = place) => void found.push({
		place: at,
		problem: {
			code,
			record,
			message
		}
	});
	function link(chain, row) {
		const before = row.prev === null ? void 0 : chain.rows.get(row.prev);
		const other = chain.followers.get(row.prev ?? "");
		if (chain.rows.has(row.hash)) say("repeated-row", row.id, `Change ${row.id} stands there twice.`);
		else if (other !== void 0) {
			chain.isForked = true;
			const both = row.prev === null ? "both begin the chain" : "both follow the same change";
			say("forked-chain", row.id, `The chain is forked: change ${row.id} and change ${other} ${both}.`);
		} else if (row.prev === null) {
			if (chain.length > 0) say("reordered-row", row.id, `Change ${row.id} does not stand where it was written.`);
		} else if (!before) chain.waiting.push({
			link: row,
			place
		});
		else if (row.clock <= before.clock) say("reordered-row", row.id, `Change ${row.id} has a clock before the change it follows.`);
	}
	function settle({ rows, waiting }) {
		for (const { link: row, place: at } of waiting) if (row.prev !== null && rows.has(row.prev)) say("reordered-row", row.id, `Change ${row.id} does not stand where it was written.`, at);
		else say("broken-chain", row.id, `What change ${row.id} follows is missing, or it was put in later.`, at);
	}
	return {
		take(row, intact) {
			place += 1;
			if (!intact) say("changed-row", row.id, `Change ${row.id} (${row.noun} ${row.kind}) is not as it was written.`);
			const key = keyOf(row.audit_id, row.device);
			let chain = chains.get(key);
			if (!chain) {
				chain = {
					rows: /* @__PURE__ */ new Map(),
					followers: /* @__PURE__ */ new Map(),
					waiting: [],
					length: 0,
					last: "",
					isForked: false
				};
				chains.set(key, chain);
			}
			const { id, prev, hash, clock } = row;
			link(chain, {
				id,
				prev,
				hash,
				clock
			});
			if (!chain.followers.has(prev ?? "")) chain.followers.set(prev ?? "", id);
			chain.rows.set(hash, {
				id,
				clock
			});
			chain.length += 1;
			chain.last = id;
		},
		end(heads, owner) {
			const unnamed = new Set(chains.keys());
			for (const chain of chains.values()) settle(chain);
			for (const head of heads) {
				const chain = chains.get(keyOf(head.audit, head.device));
				unnamed.delete(keyOf(head.audit, head.device));
				if (chain?.isForked) continue;
				if (chain?.rows.get(head.hash)?.id === head.change && !chain.followers.has(head.hash) && chain.length === head.length) continue;
				say("removed-row", head.change, `The chain of ${head.audit || "the workspace"} should end with change ${head.change} after ${head.length} changes; ${chain?.length ?? 0} are there.`);
			}
			for (const key of unnamed) {
				const last = chains.get(key)?.last ?? "";
				say("broken-chain", last, `Change ${last} belongs to a chain that this ${owner} never began.`);
			}
			const problems = found.toSorted((one, other) => one.place - other.place).map(({ problem }) => problem);
			return {
				changes: place,
				chains: heads.length,
				problems
			};
		},
		changesOf: (audit, device) => [...chains.get(keyOf(audit, device))?.rows ?? []].map(([hash, { id }]) => [hash, id]),
		has: (audit, device, hash) => chains.get(keyOf(audit, device))?.rows.has(hash) ?? false
	};
}
// shared/proof/lines.ts
var newLine = 10;
/**
* Cuts bytes into lines of text, whatever pieces they come in. A line of more than `most` bytes, or one that is no UTF-8,
* is handed on as an empty one, which no reader takes for a change; it is never held as a whole.
*/
function createLines(tools, most, onLine) {
	let held = [];
	let length = 0;
	const hold = (piece) => {
		length += piece.length;
		if (length <= most && piece.length > 0) held.push(piece.slice());
	};
	const release = async () => {
		const bytes = new Uint8Array(length <= most ? length : 0);
		let at = 0;
		if (length <= most) for (const piece of held) {
			bytes.set(piece, at);
			at += piece.length;
		}
		held = [];
		length = 0;
		let line = "";
		try {
			line = tools.decode(bytes);
		} catch {}
		await onLine(line);
	};
	return {
		async take(chunk) {
			let from = 0;
			for (let at = chunk.indexOf(newLine); at >= 0; at = chunk.indexOf(newLine, from)) {
				hold(chunk.subarray(from, at));
				await release();
				from = at + 1;
			}
			hold(chunk.subarray(from));
		},
		async end() {
			if (length === 0) return true;
			await release();
			return false;
		}
	};
}
// shared/proof/named-content.ts
var endings = {
	word: "docx",
	excel: "xlsx",
	pdf: "pdf",
	model: "json"
};
var wordsOf = (value) => typeof value === "string" ? value : "";
var isHash = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
/** What a change names. Values that were erased name nothing. */
function contentOf(row) {
	if (row.kind !== "create" || row.fields === null) return [];
	if (row.noun !== "evidence" && row.noun !== "reportIssue") return [];
	let fields;
	try {
		fields = parseShallow(row.fields, 8);
	} catch {
		return [];
	}
	if (row.noun === "evidence") {
		const { sha256 } = fields;
		if (!isHash(sha256)) return [];
		const originalName = wordsOf(fields.originalName);
		const mediaType = wordsOf(fields.mediaType);
		return [{
			kind: "file",
			sha256,
			of: wordsOf(fields.number),
			originalName,
			name: `vault/${sha256}`,
			mediaType
		}];
	}
	const version = typeof fields.version === "number" ? String(fields.version) : "";
	return Object.keys(endings).flatMap((kind) => {
		const sha256 = fields[kind];
		const ending = endings[kind];
		if (!isHash(sha256) || !/^[1-9][0-9]{0,5}$/.test(version)) return [];
		const originalName = `${wordsOf(fields.fileName)}.${ending}`;
		return [{
			kind: "document",
			sha256,
			of: `version ${version}`,
			originalName,
			name: `documents/version-${version}.${ending}`,
			mediaType: ""
		}];
	});
}
// shared/proof/sealed-manifest.ts
var manifestName = "manifest.json";
var signatureName = "signature.json";
var changesName = "changes.jsonl";
var fileEntry = (sha256) => `vault/${sha256}`;
var catalogueEntry = (sha256) => `catalogues/${sha256}.json`;
/** Largest directory, manifest and line of the changes in bytes: what is held in memory while a file is read. */
var limits = {
	directory: 32 << 20,
	manifest: 64 << 20,
	signature: 4096,
	line: 8 << 20
};
/** Whether a sealed file may have an entry of this name. */
function isNameOfSealed(name) {
	return name === "manifest.json" || name === "signature.json" || name === "changes.jsonl" || /^vault\/[0-9a-f]{64}$/.test(name) || /^catalogues\/[0-9a-f]{64}\.json$/.test(name) || /^documents\/version-[1-9][0-9]{0,5}\.(docx|xlsx|pdf|json)$/.test(name);
}
var text = (value) => typeof value === "string" && value.length <= 1e4;
var hash = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
var count = (value) => Number.isSafeInteger(value) && value >= 0;
var one = (...words) => (value) => words.includes(value);
var list = (check) => (value) => Array.isArray(value) && value.every(check);
/** An object with these fields and no other. */
var shape = (fields) => (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === Object.keys(fields).length && Object.entries(fields).every(([name, check]) => check(value[name]));
var isManifest = shape({
	format: one("plumbline-sealed"),
	version: one(1),
	product: text,
	store: count,
	changeSchema: count,
	sealedAt: text,
	sealedBy: text,
	device: text,
	audit: shape({
		id: text,
		ref: text,
		title: text,
		organization: text
	}),
	catalogue: shape({
		id: text,
		version: text,
		sha256: hash
	}),
	originals: one("included", "left-out"),
	devices: list(shape({
		id: text,
		series: text,
		name: text
	})),
	heads: list(shape({
		audit: text,
		device: text,
		change: text,
		hash,
		length: count
	})),
	changes: count,
	entries: list(shape({
		name: (value) => typeof value === "string" && isNameOfSealed(value),
		size: count,
		sha256: hash,
		kind: one("changes", "catalogue", "file", "document"),
		of: text,
		originalName: text
	})),
	leftOut: list(shape({
		sha256: hash,
		of: text,
		originalName: text,
		reason: one("chosen", "missing"),
		twin: (value) => value === null || hash(value)
	}))
});
/** Reads a manifest: `newer` where a later version of the product wrote it, undefined where it is none. */
function readManifest(content, canonical) {
	try {
		const given = parseShallow(content, 4);
		if (given?.format === "plumbline-sealed" && typeof given.version === "number" && given.version > 1) return "newer";
		return isManifest(given) && canonical(given) === content ? given : void 0;
	} catch {
		return;
	}
}
// shared/proof/signed-heads.ts
/** The text that is signed for a manifest, by its SHA-256. */
var textOfManifest = (sha256) => `plumbline manifest 1\n${sha256}\n`;
var isHex = (value, length) => typeof value === "string" && value.length === length && /^[0-9a-f]+$/.test(value);
/** Whether a value is a public key in hex. */
var isPublicKey = (value) => isHex(value, 64);
/** Reads what stands beside a manifest; undefined where it is not written the one way that it is. */
function readSignature(text, signs, canonical) {
	try {
		const given = parseShallow(text, 1);
		if (canonical(given) !== text || given === null || Object.keys(given).length !== 4) return void 0;
		if (given.algorithm !== "Ed25519" || given.signs !== signs) return void 0;
		if (!isPublicKey(given.publicKey) || !isHex(given.signature, 128)) return void 0;
		return given;
	} catch {
		return;
	}
}
/** A key in groups that can be read aloud: its first 32 characters. */
var keyInGroups = (publicKey) => publicKey.slice(0, 32).replaceAll(/(.{4})(?=.)/g, "$1 ");
// shared/proof/check-sealed.ts
var rules = {
	isName: isNameOfSealed,
	called: "sealed file",
	largestDirectory: limits.directory
};
/** A fault as a problem: the entry it is about, and what was found. */
function problemOfFault(fault, file) {
	return {
		code: fault.kind === "refused" ? "refused-entry" : fault.entry === void 0 ? "damaged-file" : "changed-entry",
		record: fault.entry ?? file,
		message: `The file is not as it was sealed: ${fault.what}.`
	};
}
var say = (code, record, message) => ({
	code,
	record,
	message
});
/** Opens a sealed file. Throws ArchiveFault where there is no reading it; what else is wrong goes into `problems`. */
async function openSealed(source, tools, problems) {
	const entries = await openArchive(source, rules);
	const [manifestEntry, signatureEntry] = [entries.get(manifestName), entries.get(signatureName)];
	if (!manifestEntry) throw new ArchiveFault("refused", "it has no manifest", manifestName);
	if (!signatureEntry) throw new ArchiveFault("refused", "it has no signature", signatureName);
	const { bytes, sha256 } = await readWhole(source, manifestEntry, tools, limits.manifest);
	const manifest = readManifest(readText(bytes, tools) ?? "", tools.canonical);
	if (manifest === "newer") throw new ArchiveFault("refused", "it was sealed by a newer Plumbline; use its verifier", manifestName);
	if (!manifest) throw new ArchiveFault("refused", "its manifest is not one", manifestName);
	const signature = readSignature(readText((await readWhole(source, signatureEntry, tools, limits.signature)).bytes, tools) ?? "", manifestName, tools.canonical);
	if (!signature) throw new ArchiveFault("damaged", "its signature cannot be read", signatureName);
	const isRight = await tools.isSigned(signature.publicKey, textOfManifest(sha256), signature.signature);
	if (isRight === false) problems.push(say("wrong-signature", manifestName, "The signature does not fit the manifest: one of the two was changed after sealing."));
	compareEntries(entries, manifest, problems);
	return {
		source,
		entries,
		manifest,
		publicKey: signature.publicKey,
		signature: isRight === void 0 ? "unchecked" : isRight ? "right" : "wrong"
	};
}
function readText(bytes, tools) {
	try {
		return tools.decode(bytes);
	} catch {
		return;
	}
}
/** Entries that are missing, not named, of another size, or in another order than the manifest has them. */
function compareEntries(entries, manifest, problems) {
	const wanted = [
		...manifest.entries.map(({ name }) => name),
		manifestName,
		signatureName
	];
	const names = new Set(wanted);
	if (names.size !== wanted.length) problems.push(say("manifest-differs", manifestName, "The manifest names an entry twice."));
	for (const { name, size } of manifest.entries) {
		const entry = entries.get(name);
		if (!entry) problems.push(say("missing-entry", name, `The entry ${show(name)} is missing.`));
		else if (entry.size !== size) problems.push(say("changed-entry", name, `The entry ${show(name)} is not as long as the manifest says.`));
	}
	for (const name of entries.keys()) if (!names.has(name)) problems.push(say("unknown-entry", name, `The manifest does not name the entry ${show(name)}.`));
	const there = [...entries.keys()].filter((name) => names.has(name));
	const place = there.findIndex((name, at) => name !== wanted.filter((one) => entries.has(one))[at]);
	if (place >= 0) {
		const name = there[place] ?? "";
		problems.push(say("reordered-entry", name, `The entry ${show(name)} does not stand where it was sealed.`));
	}
}
/** Where the content of an entry has its own hash in its name. */
function hashInName({ kind, sha256, name }) {
	if (kind === "file") return name === fileEntry(sha256);
	if (kind === "catalogue") return name === catalogueEntry(sha256);
	return kind === "document" || name === "changes.jsonl";
}
/** Reads one entry and compares it with the manifest; what is wrong goes into `problems`. */
async function checkEntry({ source, entries }, expected, tools, problems, options = {}) {
	const entry = entries.get(expected.name);
	if (!entry) return;
	const what = expected.of === "" ? "" : ` (${expected.of})`;
	const changed = `The entry ${show(expected.name)}${what} is not as it was sealed.`;
	try {
		if (await readArchived(source, entry, tools, options.onChunk, options.signal) === expected.sha256 && hashInName(expected)) return;
	} catch (error) {
		if (!(error instanceof ArchiveFault)) throw error;
	}
	problems.push(say("changed-entry", expected.name, changed));
}
/** Takes the changes line by line: each has its own hash, follows the one before it, and may name content. */
function createRowCheck(tools, auditId, problems) {
	const chains = followChains();
	const named = /* @__PURE__ */ new Map();
	let lines = 0;
	const takeLine = async (line) => {
		lines += 1;
		const row = readLine(line, tools.canonical);
		if (!row) {
			problems.push(say("unreadable-row", `line ${lines}`, `Line ${lines} of the changes is not one that was sealed.`));
			return;
		}
		if (row.audit_id !== auditId) problems.push(say("unknown-entry", row.id, `Change ${row.id} belongs to another audit.`));
		chains.take(row, await isIntact(row, tools));
		for (const content of contentOf(row)) named.set(content.sha256, content);
	};
	return {
		chains,
		named,
		splitter: createLines(tools, limits.line, takeLine),
		count: () => lines
	};
}
/** What the manifest says against what the changes say: nothing may be in the file, or left out, that no change names. */
function compareContent(manifest, named, problems) {
	const stated = /* @__PURE__ */ new Set();
	for (const { kind, name, sha256, of } of manifest.entries) {
		if (kind !== "file" && kind !== "document") continue;
		stated.add(sha256);
		if (!named.has(sha256)) problems.push(say("unknown-file", name, `No change names the file ${show(name)}${of === "" ? "" : ` (${of})`}.`));
		else if (named.get(sha256)?.of !== of) problems.push(say("manifest-differs", name, `The changes say something else about the file ${show(name)} than the manifest.`));
	}
	for (const { sha256, of } of manifest.leftOut) {
		stated.add(sha256);
		if (named.get(sha256)?.of !== of) problems.push(say("manifest-differs", of, `The changes say something else about the file of ${of} that was left out.`));
	}
	for (const { sha256, of } of named.values()) if (!stated.has(sha256)) problems.push(say("missing-file", of, `The file of ${of} is neither in here nor among those left out: ${sha256}`));
}
/** Checks a sealed file from its first byte to its last. Never throws for what is in the file. */
async function checkSealed(source, tools, options = {}) {
	const problems = [];
	const checked = {
		changes: 0,
		chains: 0,
		files: 0,
		documents: 0,
		leftOut: 0,
		bytes: source.size
	};
	const nothing = {
		manifest: void 0,
		publicKey: void 0,
		signature: "unchecked",
		chains: followChains()
	};
	let opened;
	try {
		opened = await openSealed(source, tools, problems);
	} catch (error) {
		if (!(error instanceof ArchiveFault)) throw error;
		return {
			ok: false,
			checked,
			problems: [problemOfFault(error, "the file")],
			...nothing
		};
	}
	const { manifest, signature, publicKey } = opened;
	const rows = createRowCheck(tools, manifest.audit.id, problems);
	let done = 0;
	for (const entry of manifest.entries) {
		const isChanges = entry.kind === "changes";
		await checkEntry(opened, entry, tools, problems, {
			signal: options.signal,
			onChunk: (chunk) => {
				done += chunk.length;
				options.onProgress?.(done, source.size);
				return isChanges ? rows.splitter.take(chunk) : void 0;
			}
		});
		if (entry.kind === "file") checked.files += 1;
		if (entry.kind === "document") checked.documents += 1;
	}
	if (!manifest.entries.some(({ kind }) => kind === "changes")) problems.push(say("missing-entry", changesName, "The changes are missing."));
	if (!await rows.splitter.end()) problems.push(say("unreadable-row", changesName, "The changes do not end as they were sealed."));
	const ends = rows.chains.end(manifest.heads, "file");
	problems.push(...ends.problems);
	if (ends.changes !== manifest.changes || rows.count() !== manifest.changes) problems.push(say("manifest-differs", changesName, `The manifest says ${manifest.changes} changes; ${rows.count()} are there.`));
	compareContent(manifest, rows.named, problems);
	Object.assign(checked, {
		changes: ends.changes,
		chains: ends.chains,
		leftOut: manifest.leftOut.length
	});
	return {
		ok: problems.length === 0 && signature === "right",
		checked,
		problems,
		manifest,
		publicKey,
		signature,
		chains: rows.chains
	};
}
/** What a sealed file knows of a file with this hash: an issued document, or a piece of evidence, in it or left out. */
function findKnown({ entries, leftOut }, sha256) {
	const entry = entries.find((one) => one.sha256 === sha256 && (one.kind === "file" || one.kind === "document"));
	if (entry) return {
		kind: entry.kind,
		of: entry.of,
		originalName: entry.originalName,
		isIn: true
	};
	const out = leftOut.find((one) => one.sha256 === sha256);
	return out && {
		kind: "file",
		of: out.of,
		originalName: out.originalName,
		isIn: false
	};
}
// shared/proof/words.ts
/** What a signed chain proves, and no more. */
var statementOfSeal = "“Unchanged” means: since it was sealed, as far as the key that signed it is trusted; compare the key with the one printed in an issued report. A history that was rewritten as a whole before sealing shows only against a copy that somebody else holds.";
var amount = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
/** What the answer goes by, one sentence each. */
function trustOfSeal({ publicKey, signature, manifest }) {
	const said = [];
	if (publicKey === void 0 || manifest === void 0) return said;
	if (signature === "wrong") return ["The signature does not fit the manifest, so nothing in this file is trusted."];
	said.push(signature === "right" ? `The manifest is trusted because it is signed with the key ${keyInGroups(publicKey)}.` : "The signature could not be checked here, so nothing can be said for certain. Use another browser, or the script.", "Files and documents are trusted by their SHA-256 in the changes; changes by their chain, up to the ends that the manifest names.");
	if (manifest.leftOut.length > 0) said.push(`${amount(manifest.leftOut.length, "file was", "files were")} left out: a copy of one from elsewhere can be checked against its SHA-256.`);
	return said;
}
/** The answer in one line. */
function headlineOfSeal({ ok, checked, problems, signature, manifest }) {
	const { changes, files, documents, leftOut } = checked;
	if (problems.length > 0) return `Not as it was sealed: ${amount(problems.length, "problem")}.`;
	if (!ok && signature === "unchecked") return "Nothing was found to be changed, but the signature could not be checked.";
	const out = leftOut === 0 ? "" : `, ${amount(leftOut, "file")} left out`;
	return `Unchanged: audit ${manifest?.audit.ref ?? ""}, ${amount(changes, "change")}, ${amount(files, "file")}, ${amount(documents, "issued document")}${out}.`;
}
/** Most problems that are told; a file with more is not worth more words. */
var mostProblems = 1e3;
/** The answer about a sealed file, in the shape that `verify` has everywhere. */
function answerOfSeal(check) {
	return {
		ok: check.ok,
		kind: "sealed",
		headline: plain(headlineOfSeal(check)),
		checked: check.checked,
		problems: check.problems.slice(0, mostProblems).map(({ code, record, message }) => ({
			code,
			record: plain(record),
			message: plain(message)
		})),
		trusts: trustOfSeal(check),
		statement: statementOfSeal
	};
}
/** What a sealed file knows of a file beside it, in one sentence. */
function sayKnown(name, known, check) {
	if (!known) return `${name} is not known to the sealed file: it was changed, or it comes from elsewhere.`;
	if (!check.ok) return `${name} is known to the sealed file, which is not proven itself.`;
	if (known.kind === "document") return `${name} is ${plain(known.of)} of the report, unchanged.`;
	return `${name} is the file of ${plain(known.of)}, unchanged${known.isIn ? "" : "; the sealed file lists it by its hash"}.`;
}
// build/verifier/script.ts
var usage = `Checks a sealed audit file of Plumbline, and documents and originals against it.
Usage: node plumbline-verify.mjs FILE.plumb [DOCUMENT…] [--json]
Exit status: 0 unchanged, 1 something was found, 2 wrong usage.`;
async function run() {
	const words = process.argv.slice(2).filter((word) => word !== "--json");
	const isJson = process.argv.includes("--json");
	const [file, ...others] = words;
	if (file === void 0 || words.some((word) => word.startsWith("--"))) {
		process.stderr.write(`${usage}\n`);
		return 2;
	}
	const handle = await open(file, "r");
	try {
		const check = await checkSealed(await sourceOfFile(handle), nodeTools);
		const answer = answerOfSeal(check);
		const beside = [];
		for (const other of others) {
			const known = check.manifest && findKnown(check.manifest, (await hashFile(other)).sha256);
			const name = path.basename(other);
			beside.push({
				name,
				ok: known !== void 0 && check.ok,
				message: sayKnown(name, known, check)
			});
		}
		const { headline, problems, trusts, statement } = answer;
		const lines = [
			headline,
			...problems.map(({ message }) => `  ${message}`),
			...beside.map(({ message }) => message),
			...trusts,
			...check.publicKey === void 0 ? [] : [`Key that signed it: ${check.publicKey}`],
			statement
		];
		process.stdout.write(isJson ? `${JSON.stringify({
			...answer,
			beside
		})}\n` : `${lines.join("\n")}\n`);
		return answer.ok && beside.every(({ ok }) => ok) ? 0 : 1;
	} finally {
		await handle.close();
	}
}
try {
	process.exitCode = await run();
} catch (error) {
	process.stderr.write(`It could not be checked: ${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}
export {};
