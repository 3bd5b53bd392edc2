import { describe, expect, test } from 'vitest';
import {
  listFiles,
  type Manifest,
  packageNames,
  publishedPackageNames,
  readManifest,
  readText,
} from './checkout.js';
import { findCircles } from './import-circles.js';

/** The only arrows between packages. Anything else needs an ADR and a line here. */
const ALLOWED_ARROWS: Record<string, readonly string[]> = {
  runtime: [],
  simulation: ['runtime'],
  swim: ['runtime'],
  serf: ['runtime', 'swim'],
  raft: ['runtime'],
  rpc: ['runtime'],
  'area-transport': ['runtime', 'swim', 'rpc'],
  'federation-router': ['runtime', 'serf', 'rpc'],
  replicator: ['runtime', 'rpc'],
  agent: [
    'runtime',
    'swim',
    'serf',
    'raft',
    'rpc',
    'area-transport',
    'federation-router',
    'replicator',
  ],
};

const README_HEADINGS = [
  'Install',
  'Example',
  'How it works',
  'Configuration',
  'Events',
  'Errors',
  'Guarantees and limits',
  'Deviations from the source',
  'Testing your own system with it',
  'Links',
];

const SOURCE_LINES_MAX = 400;
const README_LINES_MAX = 200;

const files = listFiles();
const packageSources = files.filter(
  (path) => /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && !path.includes('/gen/'),
);
const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.includes('/test/');

function importsOf(path: string): string[] {
  const pattern = /(?:from|import)\s*\(?\s*'([^']+)'/g;
  return [...readText(path).matchAll(pattern)].map((match) => match[1] ?? '');
}

/** The source that a relative import means, from the checkout's root. */
function resolveImport(path: string, target: string): string {
  return new URL(target, `file:///${path}`).pathname.slice(1).replace(/\.js$/, '.ts');
}

function packageOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** What an install writes into the lock; it says paths of programs without the leading `./`. */
function lockedPart({ bin = {}, dependencies, devDependencies }: Partial<Manifest>): object {
  const programs = Object.entries(bin).map(([name, path]) => [name, path.replace(/^\.\//, '')]);
  return { bin: Object.fromEntries(programs), dependencies, devDependencies };
}

describe('arrows', () => {
  test('a package imports only the packages below it', () => {
    const breaches: string[] = [];
    for (const path of packageSources) {
      const owner = packageOf(path);
      const allowed = new Set([owner, ...(ALLOWED_ARROWS[owner] ?? [])]);
      if (isTest(path)) allowed.add('simulation');
      for (const target of importsOf(path)) {
        const sibling = /^@konsul\/([^/]+)/.exec(target)?.[1];
        if (sibling !== undefined && !allowed.has(sibling)) breaches.push(`${path} -> ${target}`);
      }
    }
    expect(breaches).toEqual([]);
  });

  test('a package is imported only through an entry point that it declares', () => {
    const breaches: string[] = [];
    for (const path of files.filter((file) => /\.m?ts$/.test(file))) {
      for (const target of importsOf(path)) {
        const match = /^@konsul\/([^/]+)(?:\/(.+))?$/.exec(target);
        if (match === null || !packageNames().includes(match[1] ?? '')) continue;
        const entries = Object.keys(readManifest(`packages/${match[1]}`).exports ?? {});
        const entry = match[2] === undefined ? '.' : `./${match[2]}`;
        if (!entries.includes(entry)) breaches.push(`${path} -> ${target}`);
        if (/\.\.\/\.\.\/[^.]*packages\//.test(target)) breaches.push(`${path} -> ${target}`);
      }
    }
    expect(breaches).toEqual([]);
  });

  test('a core imports only its own folder and the cores below it', () => {
    const breaches: string[] = [];
    for (const path of packageSources.filter(
      (file) => file.includes('/src/core/') && !isTest(file),
    )) {
      const depth = path.split('/src/core/')[1]?.split('/').length ?? 1;
      for (const target of importsOf(path)) {
        const climbs = target.split('/').filter((step) => step === '..').length;
        const isOwn = target.startsWith('.') && climbs < depth;
        const isCoreBelow = /^@konsul\/[^/]+\/core$/.test(target);
        if (!isOwn && !isCoreBelow) breaches.push(`${path} -> ${target}`);
      }
    }
    expect(breaches).toEqual([]);
  });

  test('within a package, core never looks at wire or node, and wire never at node', () => {
    const breaches = packageSources
      .filter((path) => !isTest(path) && /\/src\/(core|wire)\//.test(path))
      .flatMap((path) => {
        const layer = /\/src\/(core|wire)\//.exec(path)?.[1];
        const forbidden = layer === 'core' ? /\/(wire|node)\// : /\/node\//;
        return importsOf(path)
          .filter((target) => target.startsWith('.') && forbidden.test(target))
          .map((target) => `${path} -> ${target}`);
      });
    expect(breaches).toEqual([]);
  });

  test('no file imports itself by a circle', () => {
    const sources = packageSources.filter((path) => !isTest(path));
    const known = new Set(sources);
    const imports = new Map(
      sources.map((path) => [
        path,
        importsOf(path)
          .filter((target) => target.startsWith('.'))
          .map((target) => resolveImport(path, target))
          .filter((target) => known.has(target)),
      ]),
    );
    expect(findCircles(imports)).toEqual([]);
  });

  test('generated code is seen only by the wire layer', () => {
    const breaches = packageSources
      .filter((path) => !path.includes('/src/wire/'))
      .flatMap((path) =>
        importsOf(path)
          .filter((target) => target.includes('/gen/'))
          .map((target) => `${path} -> ${target}`),
      );
    expect(breaches).toEqual([]);
  });

  test('a manifest names the siblings that its source imports, and no others', () => {
    for (const owner of packageNames()) {
      const imported = new Set<string>();
      for (const path of packageSources) {
        if (packageOf(path) !== owner || isTest(path)) continue;
        for (const target of importsOf(path)) {
          const sibling = /^(@konsul\/[^/]+)/.exec(target)?.[1];
          if (sibling !== undefined && sibling !== `@konsul/${owner}`) imported.add(sibling);
        }
      }
      const declared = Object.keys(readManifest(`packages/${owner}`).dependencies ?? {});
      const siblings = declared.filter((name) => name.startsWith('@konsul/'));
      expect({ owner, siblings: siblings.sort() }).toEqual({
        owner,
        siblings: [...imported].sort(),
      });
    }
  });
});

describe('the lock', () => {
  const { packages } = JSON.parse(readText('package-lock.json')) as {
    readonly packages: Readonly<Record<string, Partial<Manifest>>>;
  };
  const workspaces = files
    .filter((path) => path.endsWith('/package.json'))
    .map((path) => path.slice(0, -'/package.json'.length));

  test.each(workspaces)('holds of %s what its manifest says', (folder) => {
    expect(lockedPart(packages[folder] ?? {})).toEqual(lockedPart(readManifest(folder)));
  });

  test('holds no workspace that is gone', () => {
    const locked = Object.keys(packages).filter((path) => !/^$|(^|\/)node_modules\//.test(path));
    expect(locked.sort()).toEqual([...workspaces].sort());
  });
});

describe('size and shape', () => {
  test('no source file is above the limit', () => {
    const tooLong = packageSources
      .filter((path) => !isTest(path))
      .map((path) => ({ path, lines: readText(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines > SOURCE_LINES_MAX);
    expect(tooLong).toEqual([]);
  });

  test('no file is named for being a leftover', () => {
    const pattern = /\/(utils?|helpers?|common|misc|types)(\.ts|\/)/;
    expect(packageSources.filter((path) => pattern.test(path))).toEqual([]);
  });

  test('index.ts stands only at entry points', () => {
    const breaches = packageSources.filter((path) => {
      const inside = /^packages\/([^/]+)\/src\/((?:.*\/)?)index\.ts$/.exec(path);
      if (inside === null || inside[2] === '') return false;
      const entries = Object.keys(readManifest(`packages/${inside[1]}`).exports ?? {});
      return !entries.includes(`./${(inside[2] ?? '').slice(0, -1)}`);
    });
    expect(breaches).toEqual([]);
  });

  test('nothing is left unfinished or switched off', () => {
    // Spelled in parts so that this file does not find itself.
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X\\b', 'HA' + 'CK\\b'].join('|'));
    const off = /\b(it|test|describe)\.(skip|only|todo)\b/;
    const code = files.filter((path) => /\.(ts|mjs)$/.test(path) && !path.includes('/gen/'));
    expect(code.filter((path) => marks.test(readText(path)))).toEqual([]);
    expect(code.filter((path) => isTest(path) && off.test(readText(path)))).toEqual([]);
  });

  test('time and chance enter a package only through runtime', () => {
    const breaches = packageSources.filter(
      (path) =>
        !isTest(path) &&
        packageOf(path) !== 'runtime' &&
        /\bMath\.random\(|\bDate\.now\(|\bperformance\.now\(/.test(readText(path)),
    );
    expect(breaches).toEqual([]);
  });
});

describe('documents', () => {
  test.each(publishedPackageNames())('%s has a README with the house headings in order', (name) => {
    const text = readText(`packages/${name}/README.md`);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(headings.filter((heading) => README_HEADINGS.includes(heading ?? ''))).toEqual(
      README_HEADINGS.filter((heading) => headings.includes(heading)),
    );
    expect(headings).toEqual(
      expect.arrayContaining(['Install', 'Example', 'How it works', 'Guarantees and limits']),
    );
    expect(text.split('\n').length).toBeLessThanOrEqual(README_LINES_MAX);
  });

  test('every relative link in a document leads somewhere', () => {
    const known = new Set(files);
    const broken: string[] = [];
    for (const path of files.filter((file) => file.endsWith('.md'))) {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
      for (const match of readText(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)) {
        const target = new URL(
          match[1] ?? '',
          `file:///${folder === '' ? '' : `${folder}/`}`,
        ).pathname
          .slice(1)
          .replace(/\/$/, '');
        const isFolder = files.some((file) => file.startsWith(`${target}/`));
        if (!known.has(target) && !isFolder) broken.push(`${path} -> ${match[1]}`);
      }
    }
    expect(broken).toEqual([]);
  });
});
