// The extension for Visual Studio Code, on the desktop and in the browser: what `language.ts` tells, as the editor wants it. There is no
// process and no native code. JSON files are also looked at by the editor's own support for JSON, which tells of syntax errors; so that
// nothing is said twice, those are left to it there. `*.cts.json` is a language of its own, in which ctslint says all.
import * as vscode from 'vscode';
import type { CodeAction, Diagnostic, DocumentSymbol, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Checked, FIX_ALL, TRANSLATE, type Wishes } from './language.ts';

const LANGUAGES = ['cts-tracker', 'json', 'jsonc'];

export function activate(context: vscode.ExtensionContext): void {
  const collection = vscode.languages.createDiagnosticCollection('ctslint');
  const checked = new Map<string, Checked>();

  function look(document: vscode.TextDocument): Checked {
    const uri = document.uri.toString();
    const known = checked.get(uri);
    if (known?.document.version === document.version) return known;
    const text = TextDocument.create(uri, document.languageId, document.version, document.getText());
    const found = new Checked(text, wishes(document.uri));
    checked.set(uri, found);
    return found;
  }
  function tell(document: vscode.TextDocument): void {
    if (!LANGUAGES.includes(document.languageId)) return;
    const isOurs = document.languageId === 'cts-tracker';
    const told = look(document).diagnostics().filter(({ code }) => isOurs || code !== 'invalid-json');
    collection.set(document.uri, told.map(diagnosticOf));
  }
  function forget({ uri }: vscode.TextDocument): void {
    checked.delete(uri.toString());
    collection.delete(uri);
  }
  function again(): void {
    checked.clear();
    vscode.workspace.textDocuments.forEach(tell);
  }

  /** Applies the first action of a kind to the document in the editor. */
  async function act(kind: string, none: string): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const everywhere = { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } };
    const [action] = document ? look(document).actions(everywhere, [kind]) : [];
    if (!action?.edit) return void vscode.window.showInformationMessage(`ctslint: ${none}`);
    await vscode.workspace.applyEdit(editOf(action.edit));
    const [, made] = action.edit.documentChanges ?? [];
    if (made && 'textDocument' in made) await vscode.window.showTextDocument(vscode.Uri.parse(made.textDocument.uri));
  }
  const commands: Record<string, () => unknown> = {
    'ctslint.check': again,
    'ctslint.fixAll': () => act(FIX_ALL, 'there is nothing that can be fixed safely'),
    'ctslint.translate': () => act(TRANSLATE, 'this is no v1 body that can be translated without a loss'),
    'ctslint.showRule': () => {
      const editor = vscode.window.activeTextEditor;
      const here = editor && collection.get(editor.document.uri)?.find(({ range }) => range.contains(editor.selection.active));
      const code = here?.code;
      if (typeof code !== 'object') return vscode.window.showInformationMessage('ctslint: no finding stands here');
      return vscode.env.openExternal(code.target);
    },
  };

  const { languages, workspace } = vscode;
  context.subscriptions.push(
    collection,
    workspace.onDidOpenTextDocument(tell),
    workspace.onDidChangeTextDocument(({ document }) => tell(document)),
    workspace.onDidCloseTextDocument(forget),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('ctslint') && again()),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    languages.registerHoverProvider(LANGUAGES, {
      provideHover(document, position) {
        const hover = look(document).hover(position);
        return hover && new vscode.Hover(new vscode.MarkdownString((hover.contents as { value: string }).value), rangeOf(hover.range!));
      },
    }),
    languages.registerCompletionItemProvider(
      LANGUAGES,
      {
        provideCompletionItems: (document, position) =>
          look(document).completion(position, true).map((item) => {
            const made = new vscode.CompletionItem(item.label, item.kind! - 1);
            const { range, newText } = item.textEdit as TextEdit;
            Object.assign(made, { detail: item.detail, sortText: item.sortText, filterText: item.filterText, range: rangeOf(range) });
            made.insertText = item.insertTextFormat === 2 ? new vscode.SnippetString(newText) : newText;
            if (item.documentation) made.documentation = new vscode.MarkdownString((item.documentation as { value: string }).value);
            return made;
          }),
      },
      '"',
      ':',
    ),
    languages.registerDocumentSymbolProvider('cts-tracker', { provideDocumentSymbols: (document) => look(document).symbols().map(symbolOf) }),
    languages.registerCodeActionsProvider(
      LANGUAGES,
      {
        provideCodeActions(document, range, { only, triggerKind }) {
          const isAutomatic = triggerKind === vscode.CodeActionTriggerKind.Automatic;
          return look(document).actions(range, only ? [only.value] : undefined, isAutomatic).map(actionOf);
        },
      },
      { providedCodeActionKinds: ['quickfix', FIX_ALL, TRANSLATE].map(kindOf) },
    ),
  );
  vscode.workspace.textDocuments.forEach(tell);
}

/** The settings for a document. */
function wishes(uri: vscode.Uri): Wishes {
  const settings = vscode.workspace.getConfiguration('ctslint', uri);
  const given = {
    language: settings.get<string>('language') || vscode.env.language,
    document: settings.get<string>('document') || undefined,
    provider: settings.get<string>('provider') || undefined,
    severities: settings.get<Record<string, string>>('rules'),
  };
  return given as Wishes;
}

function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function diagnosticOf({ range, severity, code, codeDescription, message, relatedInformation }: Diagnostic): vscode.Diagnostic {
  const made = new vscode.Diagnostic(rangeOf(range), message as string, severity! - 1);
  made.source = 'ctslint';
  if (code !== undefined && codeDescription) made.code = { value: code, target: vscode.Uri.parse(codeDescription.href) };
  made.relatedInformation = (relatedInformation ?? []).map(({ location, message }) => {
    return new vscode.DiagnosticRelatedInformation(new vscode.Location(vscode.Uri.parse(location.uri), rangeOf(location.range)), message);
  });
  return made;
}

function actionOf({ title, kind, diagnostics, isPreferred, edit }: CodeAction): vscode.CodeAction {
  const made = new vscode.CodeAction(title, kindOf(kind!));
  if (diagnostics) made.diagnostics = diagnostics.map(diagnosticOf);
  if (isPreferred) made.isPreferred = true;
  if (edit) made.edit = editOf(edit);
  return made;
}

function kindOf(kind: string): vscode.CodeActionKind {
  return kind.split('.').reduce((made, part) => made.append(part), vscode.CodeActionKind.Empty);
}

function editOf({ documentChanges = [] }: WorkspaceEdit): vscode.WorkspaceEdit {
  const made = new vscode.WorkspaceEdit();
  for (const change of documentChanges) {
    if ('textDocument' in change) {
      for (const edit of change.edits as TextEdit[]) made.replace(vscode.Uri.parse(change.textDocument.uri), rangeOf(edit.range), edit.newText);
    } else if (change.kind === 'create') made.createFile(vscode.Uri.parse(change.uri));
  }
  return made;
}

function symbolOf({ name, detail, kind, range, selectionRange, children }: DocumentSymbol): vscode.DocumentSymbol {
  const made = new vscode.DocumentSymbol(name, detail ?? '', kind - 1, rangeOf(range), rangeOf(selectionRange));
  made.children = (children ?? []).map(symbolOf);
  return made;
}
