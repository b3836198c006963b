//! What the server offers for a document.

use serde_json::{Value, json};

use super::client::{Client, able, range};

const URI: &str = "file:///nowhere/tracker.json";

/// A key and a value with an emoji, and CR LF, before what is wrong: `tracker_nmae` is at 2:2, the value of `tracker_type` at 2:34.
const BODY: &str = "{\r\n  \"obs_info\": {\"file_prefix_name\": \"😀\"},\r\n  \"tracker_nmae\": \"system\", \"tracker_type\": \"system\"\r\n}";

/// Without a name, and with a text where a boolean belongs.
const BAD: &str = r#"{"tracker_type": "system", "is_lts_enabled": "yes"}"#;

fn everywhere() -> Value {
    range((0, 0), (99, 0))
}

fn texts(list: &[Value], key: &str) -> Vec<String> {
    list.iter()
        .map(|entry| entry[key].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// The rules that speak, as an editor shows them.
fn codes(diagnostics: &[Value]) -> Vec<String> {
    texts(diagnostics, "code")
}

#[test]
fn a_finding_is_a_diagnostic_with_a_link_and_related_places() {
    let mut client = Client::able();
    let found = client.open(URI, BODY);
    let typo = found
        .iter()
        .find(|it| it["code"] == "unknown-field")
        .expect("it is found");
    assert_eq!(typo["range"], range((2, 2), (2, 16)));
    assert_eq!((&typo["severity"], &typo["source"]), (&json!(1), &json!("ctslint")));
    assert_eq!(
        typo["codeDescription"]["href"],
        "https://github.com/ctslint/ctslint/blob/main/docs/rules.md#unknown-field"
    );
    let message = typo["message"].as_str().expect("it is a text");
    assert!(message.starts_with("unknown field `tracker_nmae`\n"), "{message}");
    assert!(message.ends_with("\nrename it to `tracker_name`"), "{message}");
    let twice = client.open(
        URI,
        r#"{"tracker_type": "system", "tracker_name": "system", "tracker_type": "system"}"#,
    );
    let twice = twice
        .iter()
        .find(|it| it["code"] == "duplicate-field")
        .expect("it is found");
    let related = &twice["relatedInformation"][0];
    assert_eq!(
        related["location"],
        json!({"uri": URI, "range": range((0, 1), (0, 15))}),
        "{twice}"
    );
}

/// One of two counts columns in bytes; a server that counts otherwise marks, and edits, the wrong place.
#[test]
fn columns_are_counted_as_the_editor_wishes() {
    let text = r#"{"😀": 1, "tracker_nmae": "system", "tracker_type": "system"}"#;
    for (encodings, start) in [
        (json!(["utf-16"]), 10),
        (json!(["utf-8", "utf-16"]), 12),
        (Value::Null, 10),
    ] {
        let mut client = Client::new();
        let general = json!({"positionEncodings": encodings});
        let capabilities = client.initialize(&json!({"capabilities": {"general": general}}));
        let is_utf8 = start == 12;
        assert_eq!(
            capabilities["positionEncoding"],
            if is_utf8 { "utf-8" } else { "utf-16" }
        );
        let found = client.open(URI, text);
        let typo = found
            .iter()
            .rfind(|it| it["code"] == "unknown-field")
            .expect("it is found");
        assert_eq!(typo["range"], range((0, start), (0, start + 14)));
        let fixed = client.actions(URI, &range((0, start), (0, start)), Some("quickfix"));
        let edit = &fixed[0]["edit"]["changes"][URI][0];
        assert_eq!(
            edit,
            &json!({"range": range((0, start), (0, start + 14)), "newText": "\"tracker_name\""})
        );
        let typed = json!([{"range": range((0, start + 1), (0, start + 13)), "text": "tracker_name"}]);
        assert_eq!(
            codes(&client.change(URI, 2, &typed)),
            ["short-retention", "unknown-field"]
        );
    }
}

/// An editor shows old diagnostics until it gets new ones, so a clean text must be told too.
#[test]
fn diagnostics_are_told_of_every_document_and_nothing_is_said_of_others() {
    let mut client = Client::able();
    let good = r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "obs-f1da"}}"#;
    assert_eq!(client.open(URI, good), [Value::Null; 0]);
    for foreign in [
        "{}",
        r#"{"name": "left-pad", "version": "1.0.0",}"#,
        "",
        "[package]\nname = 1\n",
    ] {
        assert_eq!(
            client.open("file:///nowhere/package.json", foreign),
            [Value::Null; 0],
            "{foreign}"
        );
    }
    assert_eq!(codes(&client.open(URI, BAD)), ["wrong-type", "missing-field"]);
    client.notify("textDocument/didClose", &json!({"textDocument": {"uri": URI}}));
    assert_eq!(client.diagnostics(URI), [Value::Null; 0]);
    assert_eq!(client.at("hover", URI, 0, 5), Value::Null);
}

#[test]
fn what_a_text_is_depends_on_its_name() {
    let mut client = Client::able();
    assert_eq!(
        codes(&client.open("file:///nowhere/new.cts.json", "{\"a\": 1}")),
        ["unknown-api"]
    );
    let commented = "{\"tracker_type\": \"system\", // why\n\"tracker_name\": \"system\", \"is_lts_enabled\": true}";
    assert_eq!(codes(&client.open(URI, commented)), ["invalid-json"]);
    assert_eq!(codes(&client.open("file:///nowhere/a.jsonc", commented)), [""; 0]);
    assert_eq!(
        codes(&client.open_as("untitled:Untitled-1", "jsonc", commented)),
        [""; 0]
    );
    let request = "POST https://cts.eu-de.otc.t-systems.com/v3/{{project}}/trackr\nContent-Type: application/json\n\n\
                   {\"tracker_type\": \"system\", \"tracker_nmae\": \"system\"}\n";
    let expected = ["unknown-endpoint", "short-retention", "unknown-field"];
    assert_eq!(codes(&client.open_as("untitled:Untitled-2", "http", request)), expected);
    assert_eq!(
        codes(&client.open_as("file:///nowhere/a.http", "plaintext", request)),
        expected
    );
    let hover = client.at("hover", "file:///nowhere/a.http", 3, 3);
    assert_eq!(hover["range"], range((3, 1), (3, 15)));
}

#[test]
fn fixes_are_offered_where_they_are_asked_for() {
    let mut client = Client::able();
    client.open(URI, BODY);
    let here = client.actions(URI, &range((2, 5), (2, 5)), Some("quickfix"));
    assert_eq!(
        texts(&here, "title"),
        [
            "rename it to `tracker_name`",
            "accept `unknown-field` here, in `ctslint-ignore.toml`"
        ]
    );
    assert_eq!(
        (&here[0]["isPreferred"], &here[1]["isPreferred"]),
        (&json!(true), &Value::Null)
    );
    assert_eq!(here[0]["diagnostics"][0]["code"], "unknown-field");
    let change = &here[0]["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({"uri": URI, "version": 1}));
    assert_eq!(
        change["edits"],
        json!([{"range": range((2, 2), (2, 16)), "newText": "\"tracker_name\""}])
    );
    assert_eq!(
        client.actions(URI, &range((1, 5), (1, 5)), Some("quickfix")),
        [Value::Null; 0]
    );
    for (only, kinds) in [
        (Some("source.fixAll.ctslint"), vec!["source.fixAll.ctslint"]),
        (Some("source"), vec!["source.fixAll.ctslint"]),
        (Some("refactor"), vec![]),
        (Some("source.organizeImports"), vec![]),
        (Some("sourc"), vec![]),
        (None, vec!["quickfix", "quickfix", "source.fixAll.ctslint"]),
    ] {
        assert_eq!(
            texts(&client.actions(URI, &range((2, 5), (2, 5)), only), "kind"),
            kinds,
            "{only:?}"
        );
    }
    let all = client.actions(URI, &everywhere(), Some("source.fixAll"));
    assert_eq!(
        all[0]["edit"]["documentChanges"][0]["edits"],
        json!([{"range": range((2, 12), (2, 14)), "newText": "am"}])
    );
}

/// A fix that may change the meaning is not what an editor applies on its own.
#[test]
fn unsafe_fixes_are_not_preferred() {
    let mut client = Client::able();
    client.open(
        URI,
        r#"{"tracker_type": "system", "tracker_name": "mine", "is_lts_enabled": true}"#,
    );
    let offered = client.actions(URI, &everywhere(), Some("quickfix"));
    let fix = offered
        .iter()
        .find(|action| action["diagnostics"][0]["code"] == "tracker-name-not-system");
    let fix = fix.expect("it is offered");
    assert_eq!(
        (&fix["isPreferred"], &fix["kind"]),
        (&Value::Null, &json!("quickfix")),
        "{fix}"
    );
    assert_eq!(
        client.actions(URI, &everywhere(), Some("source.fixAll")),
        [Value::Null; 0]
    );
}

#[test]
fn a_v1_body_is_translated_into_a_new_file() {
    let mut client = Client::able();
    client.open(URI, "{\"bucket_name\": \"obs-f1da\"}");
    let offered = client.actions(URI, &everywhere(), Some("refactor.rewrite"));
    assert_eq!(texts(&offered, "title"), ["translate to v3, into `tracker.v3.json`"]);
    let changes = &offered[0]["edit"]["documentChanges"];
    assert_eq!(
        changes[0],
        json!({"kind": "create", "uri": "file:///nowhere/tracker.v3.json"})
    );
    assert_eq!(
        changes[1]["textDocument"],
        json!({"uri": "file:///nowhere/tracker.v3.json", "version": null})
    );
    let body = changes[1]["edits"][0]["newText"].as_str().expect("it is a text");
    assert_eq!(client.open("file:///nowhere/tracker.v3.json", body), [Value::Null; 0]);
    let key = r#"{"bucket_name": "obs-f1da", "is_support_trace_files_encryption": true, "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"}"#;
    client.open("file:///nowhere/key.json", key);
    let offered = client.actions("file:///nowhere/key.json", &everywhere(), Some("refactor"));
    assert_eq!(
        texts(&offered, "title"),
        ["translate to v3, into `key.v3.json`, and lose `is_support_trace_files_encryption` and `kms_id`"]
    );
    client.open(URI, BODY);
    assert_eq!(client.actions(URI, &everywhere(), Some("refactor")), [Value::Null; 0]);
    let mut unable = Client::with(&json!({}));
    unable.open(URI, "{\"bucket_name\": \"obs-f1da\"}");
    assert_eq!(unable.actions(URI, &everywhere(), Some("refactor")), [Value::Null; 0]);
}

#[test]
fn requests_of_v1_are_translated_into_a_new_file() {
    let mut client = Client::able();
    let uri = "file:///nowhere/create.http";
    let request = "POST https://cts.eu-de.otc.t-systems.com/v1.0/{{project}}/tracker\nContent-Type: application/json\n\n\
                   {\"bucket_name\": \"obs-f1da\"}\n";
    client.open_as(uri, "http", request);
    let offered = client.actions(uri, &everywhere(), Some("refactor"));
    assert_eq!(texts(&offered, "title"), ["translate to v3, into `create.v3.http`"]);
    let made = &offered[0]["edit"]["documentChanges"][1]["edits"][0]["newText"];
    assert!(
        made.as_str()
            .is_some_and(|text| text.starts_with("POST https://cts.eu-de.otc.t-systems.com/v3/")),
        "{made}"
    );
    let symbols = json!({"textDocument": {"uri": uri}});
    let symbols = client.request("textDocument/documentSymbol", &symbols);
    assert_eq!(
        (&symbols[0]["name"], &symbols[0]["children"][0]["name"]),
        (&json!("v1-create-request"), &json!("bucket_name"))
    );
}

#[test]
fn a_field_is_explained_under_the_mouse() {
    let mut client = Client::able();
    client.open(URI, BODY);
    let hover = client.at("hover", URI, 2, 34);
    assert_eq!(hover["range"], range((2, 28), (2, 42)));
    let text = hover["contents"]["value"].as_str().expect("it is a text");
    for part in [
        "**Tracker type** · `v3:/tracker_type`",
        "- Type: string",
        "- Required: yes",
        "> Tracker type. The value can be system",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let value = client.at("hover", URI, 2, 46)["contents"]["value"].clone();
    assert!(
        value
            .as_str()
            .is_some_and(|text| text.starts_with("`system`: the management tracker\n")),
        "{value}"
    );
    let inner = client.at("hover", URI, 1, 20)["contents"]["value"].clone();
    assert!(
        inner
            .as_str()
            .is_some_and(|text| text.contains("v3:/obs_info/file_prefix_name")),
        "{inner}"
    );
    assert_eq!(client.at("hover", URI, 2, 4), Value::Null);
    assert_eq!(client.at("hover", URI, 0, 0), Value::Null);
    let list = "file:///nowhere/list.json";
    client.open(
        list,
        r#"{"trackers": [{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "a"}}]}"#,
    );
    let item = client.at("hover", list, 0, 82)["contents"]["value"].clone();
    assert!(
        item.as_str()
            .is_some_and(|text| text.contains(":/obs_info/bucket_name`")),
        "{item}"
    );
}

/// What is offered at the `|` of a text: the label and the whole text after it was taken, with `|` where the cursor goes on.
fn completed(client: &mut Client, uri: &str, marked: &str) -> Vec<(String, String)> {
    let at = marked.find('|').expect("a place is marked");
    let text = marked.replace('|', "");
    client.open(uri, &text);
    let before = &marked[..at];
    let line = before.matches('\n').count() as u32;
    let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count() as u32;
    let items = client.at("completion", uri, line, column);
    let items = items.as_array().cloned().unwrap_or_default();
    let apply = |item: &Value| {
        let edit = &item["textEdit"];
        let offset = |place: &Value| {
            assert_eq!(place["line"], line, "it stays in its line");
            let start = text
                .split_inclusive('\n')
                .take(line as usize)
                .map(str::len)
                .sum::<usize>();
            let units = place["character"].as_u64().expect("a number") as usize;
            let mut seen = 0;
            let part = text[start..].chars().take_while(|character| {
                seen += character.len_utf16();
                seen <= units
            });
            start + part.map(char::len_utf8).sum::<usize>()
        };
        let (start, end) = (offset(&edit["range"]["start"]), offset(&edit["range"]["end"]));
        let new = edit["newText"].as_str().expect("a text").replace("$1", "|");
        (
            item["label"].as_str().expect("a text").to_owned(),
            format!("{}{new}{}", &text[..start], &text[end..]),
        )
    };
    items.iter().map(apply).collect()
}

#[test]
fn fields_values_and_objects_are_completed() {
    let mut client = Client::able();
    let mut first = |marked: &str| -> Vec<(String, String)> {
        let mut all = completed(&mut client, URI, marked);
        all.truncate(2);
        all
    };
    let pair = |label: &str, text: &str| (label.to_owned(), text.to_owned());
    // Required fields come first, and those that are there are left out.
    assert_eq!(
        first(r#"{"tracker_type": "system", |}"#)[0],
        pair("tracker_name", r#"{"tracker_type": "system", "tracker_name": "|"}"#)
    );
    assert_eq!(
        first(r#"{"tracker_type": "system", "tr|"}"#)[0],
        pair("tracker_name", r#"{"tracker_type": "system", "tracker_name": "|"}"#)
    );
    // A key that has a value already, and a place before another member.
    assert_eq!(
        first(r#"{"tr|": "system", "tracker_type": "system"}"#)[0],
        pair(
            "tracker_name",
            r#"{"tracker_name": "system", "tracker_type": "system"}"#
        )
    );
    assert_eq!(
        first(r#"{| "name": "system"}"#),
        [] as [(String, String); 0],
        "nothing tells yet what it is"
    );
    assert_eq!(
        first("{\r\n  |\r\n  \"tracker_type\": \"system\"}")[0],
        pair(
            "tracker_name",
            "{\r\n  \"tracker_name\": \"|\",\r\n  \"tracker_type\": \"system\"}"
        )
    );
    // Values: of an enumeration, of a boolean, and whole objects.
    let body = r#"{"tracker_type": "system", "obs_info": {"file_prefix_name": "😀", "compress_type": |}}"#;
    let values = first(body);
    assert_eq!(values[0], pair("\"gzip\"", &body.replace('|', "\"gzip\"")));
    assert_eq!(values[1], pair("\"json\"", &body.replace('|', "\"json\"")));
    assert_eq!(
        first(r#"{"tracker_type": "system", "is_lts_enabled": t|}"#)[0],
        pair("true", r#"{"tracker_type": "system", "is_lts_enabled": true}"#)
    );
    assert_eq!(
        first(r#"{"tracker_type": "system", "obs_info": |"#)[0],
        pair("{}", r#"{"tracker_type": "system", "obs_info": {|}"#)
    );
    assert_eq!(first(r#"{"tracker_type": "system" |}"#), []);
    let new = completed(&mut client, "file:///nowhere/new.cts.json", "|");
    assert_eq!(new, [pair("{}", r#"{"tracker_type": "system", "tracker_name": "|"}"#)]);
    let begun = completed(&mut client, "file:///nowhere/new.cts.json", "{|}");
    assert_eq!(begun[0], pair("tracker_type", r#"{"tracker_type": "system"}"#));
}

/// Without places to fill in, what is inserted is plain text.
#[test]
fn an_editor_without_snippets_gets_none() {
    let mut capabilities = able();
    capabilities["textDocument"]["completion"] = json!({});
    let mut client = Client::with(&capabilities);
    client.open(URI, r#"{"tracker_type": "system", }"#);
    let item = client.at("completion", URI, 0, 27)[0].clone();
    assert_eq!(item["textEdit"]["newText"], "\"tracker_name\": \"\"");
    assert_eq!(item["insertTextFormat"], Value::Null);
}

#[test]
fn members_are_symbols() {
    let mut client = Client::able();
    client.open(URI, BODY);
    let request = json!({"textDocument": {"uri": URI}});
    let symbols = client.request("textDocument/documentSymbol", &request);
    let symbols = symbols.as_array().expect("a list");
    assert_eq!(texts(symbols, "name"), ["obs_info", "tracker_nmae", "tracker_type"]);
    assert_eq!(symbols[0]["children"][0]["name"], "file_prefix_name");
    assert_eq!(symbols[0]["children"][0]["detail"], "\"😀\"");
    assert_eq!(symbols[0]["range"], range((1, 2), (1, 40)));
    assert_eq!(symbols[0]["selectionRange"], range((1, 2), (1, 12)));
    let mut flat = Client::with(&json!({}));
    flat.open(URI, BODY);
    let symbols = flat.request("textDocument/documentSymbol", &request);
    let symbols = symbols.as_array().expect("a list");
    assert_eq!(
        texts(symbols, "name"),
        ["obs_info", "file_prefix_name", "tracker_nmae", "tracker_type"]
    );
    assert_eq!(symbols[1]["containerName"], "obs_info");
}

#[test]
fn texts_are_in_the_language_of_the_editor() {
    for (params, message) in [
        (
            json!({"locale": "de-AT", "capabilities": {}}),
            "unbekanntes Feld `tracker_nmae`",
        ),
        (
            json!({"locale": "fr", "capabilities": {}}),
            "unknown field `tracker_nmae`",
        ),
        (
            json!({"locale": "de", "capabilities": {}, "initializationOptions": {"language": "zh"}}),
            "未知字段 `tracker_nmae`",
        ),
    ] {
        let mut client = Client::new();
        client.initialize(&params);
        let found = client.open(URI, BODY);
        let typo = found
            .iter()
            .find(|it| it["code"] == "unknown-field")
            .expect("it is found");
        let told = typo["message"].as_str().expect("a text");
        assert_eq!(told.lines().next(), Some(message));
    }
    let mut client = Client::able();
    client.open(URI, BAD);
    client.notify(
        "workspace/didChangeConfiguration",
        &json!({"settings": {"ctslint": {"language": "de"}}}),
    );
    let told = client.diagnostics(URI);
    assert!(
        told.iter()
            .any(|it| it["message"].as_str().is_some_and(|text| text.contains("fehlt"))),
        "{told:?}"
    );
}

/// Nobody edits such a text, and checking it with every keystroke would hold up the editor.
#[test]
fn a_huge_text_gets_one_information() {
    let mut client = Client::able();
    let huge = BAD.replace('}', &format!("{}}}", " ".repeat(20_000_000)));
    let told = client.open(URI, &huge);
    assert_eq!(texts(&told, "message"), ["not checked: it is larger than 20 MB"]);
    assert_eq!(told[0]["severity"], 3);
    assert_eq!(client.at("hover", URI, 0, 4), Value::Null);
    let shorter = client.change(URI, 2, &json!([{"range": range((0, 50), (0, 20_000_040)), "text": ""}]));
    assert_eq!(shorter.len(), 2, "{shorter:?}");
}
