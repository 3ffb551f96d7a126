// Builds the browser side of Jalon: libraries from npm, bundled into the class path. Run by Maven at generate-resources.
// Usage: node construire.mjs <target/classes/static/lib>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ici = dirname(fileURLToPath(import.meta.url));
const sortie = resolve(process.argv[2] ?? join(ici, '../../../target/classes/static/lib'));
const polices = resolve(sortie, '../../polices');

installer();
const esbuild = await import('esbuild');
if (process.env.JALON_FRONTEND_FORCE || !aJour()) {
  rmSync(sortie, { recursive: true, force: true });
  mkdirSync(sortie, { recursive: true });
  await esbuild.build({
    absWorkingDir: ici,
    entryPoints: [
      ...readdirSync(join(ici, 'js')).filter((f) => f.endsWith('.js')).map((f) => `js/${f}`),
      ...readdirSync(join(ici, 'css')).filter((f) => f.endsWith('.css') && !f.startsWith('_')).map((f) => `css/${f}`),
    ],
    outdir: sortie,
    entryNames: '[name]',
    assetNames: 'medias/[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    legalComments: 'linked',
    loader: { '.woff': 'file', '.woff2': 'file', '.svg': 'file', '.ttf': 'file' },
    logLevel: 'warning',
  });
  copierPolices();
  writeFileSync(join(sortie, '.empreinte'), empreinteDesSources());
  console.log(`Bibliothèques du navigateur construites dans ${sortie}`);
}

// npm ci only when the lock file changed since the last install.
function installer() {
  const verrou = createHash('sha256').update(readFileSync(join(ici, 'package-lock.json'))).digest('hex');
  const temoin = join(ici, 'node_modules', '.verrou');
  if (existsSync(temoin) && readFileSync(temoin, 'utf8') === verrou) return;
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: ici, stdio: 'inherit' });
  writeFileSync(temoin, verrou);
}

function aJour() {
  const temoin = join(sortie, '.empreinte');
  return existsSync(temoin) && readFileSync(temoin, 'utf8') === empreinteDesSources();
}

function empreinteDesSources() {
  const somme = createHash('sha256');
  for (const f of ['package-lock.json', 'construire.mjs']) somme.update(readFileSync(join(ici, f)));
  for (const d of ['js', 'css']) {
    for (const f of readdirSync(join(ici, d)).sort()) somme.update(f).update(readFileSync(join(ici, d, f)));
  }
  return somme.digest('hex');
}

// Fonts of the letters: TrueType, because PDFBox embeds subsets of them.
function copierPolices() {
  const paquets = join(ici, 'node_modules');
  const fichiers = {
    'AtkinsonHyperlegibleNext-Regular.ttf': '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
    'AtkinsonHyperlegibleNext-Bold.ttf': '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
    'AtkinsonHyperlegibleNext-Italic.ttf': '@expo-google-fonts/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
    'DejaVuSans.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    'DejaVuSans-Bold.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
    'NotoEmoji-Regular.ttf': '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  };
  mkdirSync(polices, { recursive: true });
  for (const [nom, source] of Object.entries(fichiers)) copyFileSync(join(paquets, source), join(polices, nom));
}
