// The language server over the npm package, for Node and web workers: `ctslint lsp` in what the protocol shows, without what needs
// files (`ctslint.toml`, accepting findings) and without whole requests (`.http`).
import { TextDocuments, type Connection, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Checked, FIX_ALL, TRANSLATE, type Wishes } from './language.ts';

export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const checked = new Map<string, Checked>();
  let wishes: Wishes = {};
  let [hasSnippets, isNested] = [false, false];

  function tell(document: TextDocument): void {
    const { uri, version } = document;
    checked.set(uri, new Checked(document, wishes));
    void connection.sendDiagnostics({ uri, version, diagnostics: checked.get(uri)!.diagnostics() });
  }

  connection.onInitialize(({ capabilities, locale, initializationOptions }) => {
    wishes = { ...(locale === undefined ? {} : { language: locale }), ...initializationOptions };
    hasSnippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    isNested = capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['"', ':'] },
        documentSymbolProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL, TRANSLATE] },
      },
      serverInfo: { name: 'ctslint' },
    };
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    wishes = { ...wishes, ...settings?.ctslint };
    documents.all().forEach(tell);
  });
  documents.onDidChangeContent(({ document }) => tell(document));
  documents.onDidClose(({ document: { uri } }) => {
    checked.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onHover(({ textDocument, position }) => checked.get(textDocument.uri)?.hover(position) ?? null);
  connection.onCompletion(({ textDocument, position }) => checked.get(textDocument.uri)?.completion(position, hasSnippets) ?? null);
  connection.onCodeAction(({ textDocument, range, context }) => checked.get(textDocument.uri)?.actions(range, context.only, context.triggerKind === 2) ?? null);
  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const symbols = checked.get(uri)?.symbols();
    return symbols && !isNested ? flat(symbols, uri) : (symbols ?? null);
  });
  documents.listen(connection);
  connection.listen();
}

/** Symbols in a list, for editors that know no other. */
function flat(symbols: DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => {
    const container = containerName === undefined ? {} : { containerName };
    return [{ name, kind, location: { uri, range }, ...container }, ...flat(children, uri, name)];
  });
}
