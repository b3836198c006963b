//! `ctslint.toml` and `ctslint-ignore.toml` as the editor sees them.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::client::{Client, able, range};

const BODY: &str = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true, "extra": 1}"#;

fn project(config: &str) -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder can be made");
    fs::create_dir(folder.path().join("trackers")).expect("it can be made");
    write(folder.path(), "ctslint.toml", config);
    let uri = format!("file://{}/trackers/a.json", folder.path().display());
    (folder, uri)
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("it can be written");
}

fn severities(diagnostics: &[Value]) -> Vec<u64> {
    diagnostics.iter().filter_map(|it| it["severity"].as_u64()).collect()
}

#[test]
fn severities_are_those_of_the_configuration_and_changes_are_followed() {
    let (folder, uri) = project("[rules]\nunknown-field = \"warning\"\n");
    let mut client = Client::able();
    let asked = client.wait(|message| message["method"] == "client/registerCapability");
    let watchers = &asked["params"]["registrations"][0]["registerOptions"]["watchers"];
    assert_eq!(
        *watchers,
        json!([{"globPattern": "**/ctslint.toml"}, {"globPattern": "**/ctslint-ignore.toml"}])
    );
    assert_eq!(severities(&client.open(&uri, BODY)), [2]);
    write(folder.path(), "ctslint.toml", "[rules]\nunknown-field = \"off\"\n");
    let changed = json!({"changes": [{"uri": "file:///any/ctslint.toml", "type": 2}]});
    client.notify("workspace/didChangeWatchedFiles", &changed);
    assert_eq!(client.diagnostics(&uri), [Value::Null; 0]);
    write(folder.path(), "ctslint.toml", "[files]\nexclude = [\"trackers/**\"]\n");
    client.notify("workspace/didChangeWatchedFiles", &changed);
    assert_eq!(client.diagnostics(&uri), [Value::Null; 0]);
    write(folder.path(), "ctslint.toml", "");
    client.notify("workspace/didChangeWatchedFiles", &changed);
    assert_eq!(severities(&client.diagnostics(&uri)), [1]);
}

/// Neovim 0.7 watches no files.
#[test]
fn an_editor_that_watches_no_files_has_settings_read_when_it_saves() {
    let (folder, uri) = project("");
    let mut client = Client::with(&json!({}));
    assert_eq!(severities(&client.open(&uri, BODY)), [1]);
    write(folder.path(), "ctslint.toml", "[rules]\nunknown-field = \"info\"\n");
    client.notify("textDocument/didSave", &json!({"textDocument": {"uri": uri}}));
    assert_eq!(severities(&client.diagnostics(&uri)), [3]);
}

/// With defaults in place of what is meant, a body would look worse or better than it is.
#[test]
fn settings_that_cant_be_used_are_told() {
    let (folder, uri) = project("[rules]\nunknown-feild = \"off\"\n");
    let mut client = Client::able();
    let told = client.open(&uri, BODY);
    let message = told[0]["message"].as_str().expect("a text");
    assert_eq!((told.len(), severities(&told)[0]), (1, 1));
    assert!(
        message.ends_with("ctslint.toml` has a mistake\nthere is no rule `unknown-feild`"),
        "{message}"
    );
    assert_eq!(client.actions(&uri, &range((0, 0), (9, 0)), None), [Value::Null; 0]);
    assert_eq!(
        client.open(&uri.replace("a.json", "package.json"), "{}"),
        [Value::Null; 0]
    );
    write(folder.path(), "ctslint.toml", "[rules]\nunknown-field = \"off\"\n");
    client.notify("workspace/didChangeWatchedFiles", &json!({"changes": []}));
    assert_eq!(client.diagnostics(&uri), [Value::Null; 0]);
}

/// The edit that accepts a finding, applied to the file.
fn accept(client: &mut Client, uri: &str, old: &str) -> (Value, String) {
    let offered = client.actions(uri, &range((0, 78), (0, 79)), Some("quickfix"));
    let action = offered.last().expect("it is offered");
    assert_eq!(action["title"], "accept `unknown-field` here, in `ctslint-ignore.toml`");
    let changes = action["edit"]["documentChanges"].as_array().expect("a list").clone();
    let edit = &changes.last().expect("an edit")["edits"][0];
    assert_eq!(edit["range"]["start"], edit["range"]["end"], "it only adds");
    let line = edit["range"]["start"]["line"].as_u64().expect("a number") as usize;
    assert_eq!(edit["range"]["start"]["character"], 0);
    let at = old.split_inclusive('\n').take(line).map(str::len).sum::<usize>();
    let new = edit["newText"].as_str().expect("a text");
    (changes[0].clone(), format!("{}{new}{}", &old[..at], &old[at..]))
}

#[test]
fn a_finding_is_accepted_by_an_edit() {
    let (folder, uri) = project("");
    let ignore = folder.path().join("ctslint-ignore.toml");
    let mut client = Client::able();
    client.open(&uri, BODY);
    let (creation, text) = accept(&mut client, &uri, "");
    let address = format!("file://{}", ignore.display());
    assert_eq!(creation, json!({"kind": "create", "uri": address}));
    assert!(
        text.contains("file = \"trackers/a.json\"") && text.contains("reason = \"accepted in the editor\""),
        "{text}"
    );
    fs::write(&ignore, &text).expect("it can be written");
    client.notify("workspace/didChangeWatchedFiles", &json!({"changes": []}));
    assert_eq!(client.diagnostics(&uri), [Value::Null; 0]);

    // In a file that is there, and is open with changes that are not saved.
    let other = "# why\n[[ignore]]\nfile = \"trackers/b.json\"\nrule = \"wrong-type\"\nreason = \"x\"\n";
    fs::write(&ignore, "").expect("it can be written");
    client.notify("workspace/didChangeWatchedFiles", &json!({"changes": []}));
    assert_eq!(client.diagnostics(&uri).len(), 1);
    client.open_as(&address, "toml", other);
    let (change, text) = accept(&mut client, &uri, other);
    assert_eq!(change["textDocument"]["uri"], address);
    assert!(text.starts_with(other) && text.len() > other.len(), "{text}");
}

/// Neither is what an editor can't do, and what can't be accepted.
#[test]
fn nothing_is_offered_that_cant_be_done() {
    let (_folder, uri) = project("");
    let mut capabilities = able();
    capabilities["workspace"]["workspaceEdit"]["resourceOperations"] = json!(["rename"]);
    let mut client = Client::with(&capabilities);
    client.open(&uri, BODY);
    let titles = |actions: Vec<Value>| -> Vec<Value> { actions.iter().map(|it| it["title"].clone()).collect() };
    assert_eq!(
        titles(client.actions(&uri, &range((0, 78), (0, 79)), Some("quickfix"))),
        [Value::Null; 0]
    );
    let mut client = Client::able();
    client.open(&uri, "{\"tracker_type\": 'system'}");
    let offered = titles(client.actions(&uri, &range((0, 18), (0, 19)), Some("quickfix")));
    assert_eq!(offered, ["write `\"system\"`"]);
}
