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
      ...readdirSync(join(ici, 'js')).filter((f) => f.endsWith('.js') && !f.startsWith('_')).map((f) => `js/${f}`),
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
    plugins: [imagesHorsDesFeuilles(), motsFrancaisDeFormJs()],
  });
  ecrireIcones();
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
  for (const f of ['package-lock.json', 'construire.mjs', 'icones.json', 'mots-form-js.json']) somme.update(readFileSync(join(ici, f)));
  for (const d of ['js', 'css', 'icones']) {
    for (const f of readdirSync(join(ici, d)).sort()) somme.update(f).update(readFileSync(join(ici, d, f)));
  }
  return somme.digest('hex');
}

// The Content-Security-Policy allows no data: URI, and Bootstrap and bpmn-js carry their small drawings that way: each becomes
// a file beside the sheet.
function imagesHorsDesFeuilles() {
  const adresse = /url\((["'])data:image\/svg\+xml(?:;utf8|;charset=utf-?8)?,(.*?)\1\)/gis;
  return {
    name: 'images-hors-des-feuilles',
    setup(construction) {
      const dessins = new Map();
      construction.onLoad({ filter: /node_modules.*\.css$/ }, ({ path }) => {
        const contents = readFileSync(path, 'utf8').replace(adresse, (_, __, donnees) => {
          const svg = donnees.includes('<svg') ? donnees : decodeURIComponent(donnees);
          const nom = `dessin-${createHash('sha256').update(svg).digest('hex').slice(0, 10)}.svg`;
          dessins.set(nom, svg);
          return `url("dessin:${nom}")`;
        });
        if (/url\(["']?data:/i.test(contents)) throw new Error(`${path} : il reste une image data:, interdite par la politique de sécurité`);
        return { contents, loader: 'css', resolveDir: dirname(path) };
      });
      construction.onResolve({ filter: /^dessin:/ }, ({ path }) => ({ path: path.slice('dessin:'.length), namespace: 'dessin' }));
      construction.onLoad({ filter: /.*/, namespace: 'dessin' }, ({ path }) => ({ contents: dessins.get(path), loader: 'file' }));
    },
  };
}

// form-js 1.23 has no translation service: its few English words are replaced in its source, and the build stops when a new
// version moves one of them. The files of the bpmn.io mark are left as they are, as their licence asks.
function motsFrancaisDeFormJs() {
  const mots = JSON.parse(readFileSync(join(ici, 'mots-form-js.json'), 'utf8'));
  return {
    name: 'mots-francais-de-form-js',
    setup(construction) {
      construction.onLoad({ filter: /form-js-viewer\/dist\/index\.es\.js$/ }, ({ path }) => {
        let contents = readFileSync(path, 'utf8');
        for (const [anglais, francais] of mots) {
          if (!contents.includes(anglais)) throw new Error(`form-js : « ${anglais} » est introuvable, revoir mots-form-js.json`);
          contents = contents.replaceAll(anglais, francais);
        }
        return { contents, loader: 'js' };
      });
    },
  };
}

// One sprite, under our own words: a screen asks for the icon of a trade notion, and icones.json alone knows the drawing.
function ecrireIcones() {
  const choix = JSON.parse(readFileSync(join(ici, 'icones.json'), 'utf8'));
  const symboles = Object.entries(choix).map(([nom, dessin]) => {
    const maison = join(ici, 'icones', `${dessin}.svg`);
    const svg = readFileSync(existsSync(maison) ? maison : join(ici, 'node_modules/bootstrap-icons/icons', `${dessin}.svg`), 'utf8');
    const boite = /viewBox="([^"]+)"/.exec(svg)[1];
    const contenu = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').trim();
    return `<symbol id="${nom}" viewBox="${boite}" fill="currentColor">${contenu}</symbol>`;
  });
  writeFileSync(join(sortie, 'icones.svg'), `<svg xmlns="http://www.w3.org/2000/svg">\n${symboles.join('\n')}\n</svg>\n`);
  const marque = readFileSync(join(ici, 'icones/jalon.svg'), 'utf8').replace('fill="currentColor"', 'fill="#0b5c6e"');
  writeFileSync(join(sortie, 'marque.svg'), marque);
}

// Fonts of the letters: TrueType, because PDFBox embeds subsets of them.
function copierPolices() {
  const NOTO = [
    'SansAdlam', 'SansBengali', 'SansDevanagari', 'SansEthiopic', 'SansGujarati', 'SansGurmukhi', 'SansKannada', 'SansKhmer', 'SansMalayalam',
    'SansMongolian', 'SansMyanmar', 'SansOriya', 'SansSinhala', 'SansSyriac', 'SansTamil', 'SansTelugu', 'SansThaana', 'SansThai', 'SansYi', 'SerifTibetan',
  ];
  const paquets = join(ici, 'node_modules');
  const fichiers = {
    'AtkinsonHyperlegibleNext-Regular.ttf': '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
    'AtkinsonHyperlegibleNext-Bold.ttf': '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
    'AtkinsonHyperlegibleNext-Italic.ttf': '@expo-google-fonts/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
    'DejaVuSans.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    'DejaVuSans-Bold.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
    'NotoEmoji-Regular.ttf': '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  };
  // One font a script (src/main/resources/langues/ecritures.csv), SIL Open Font License 1.1
  for (const famille of NOTO) {
    const paquet = `noto-${famille.toLowerCase().replace(/^(sans|serif)/, '$1-')}`;
    fichiers[`Noto${famille}-Regular.ttf`] = `@expo-google-fonts/${paquet}/400Regular/Noto${famille}_400Regular.ttf`;
  }
  mkdirSync(polices, { recursive: true });
  for (const [nom, source] of Object.entries(fichiers)) copyFileSync(join(paquets, source), join(polices, nom));
}
