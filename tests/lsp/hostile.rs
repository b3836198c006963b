//! What no editor should send.

use serde_json::{Value, json};

use super::client::{Client, framed, range};

const URI: &str = "file:///nowhere/tracker.json";

fn code(answer: &Value) -> i64 {
    answer["error"]["code"].as_i64().unwrap_or_default()
}

#[test]
fn the_life_of_a_server_goes_in_order() {
    let mut client = Client::new();
    assert_eq!(code(&client.ask("textDocument/hover", &json!({}))), -32002);
    assert_eq!(code(&client.ask("shutdown", &Value::Null)), -32002);
    client.notify("textDocument/didOpen", &json!({}));
    client.initialize(&json!({"capabilities": {}}));
    assert_eq!(code(&client.ask("initialize", &json!({"capabilities": {}}))), -32600);
    assert_eq!(client.request("shutdown", &Value::Null), Value::Null);
    assert_eq!(code(&client.ask("textDocument/hover", &json!({}))), -32600);
    client.notify("exit", &Value::Null);
    assert_eq!(client.close(), 0);
    // The editor went away without a word.
    assert_eq!(Client::able().close(), 1);
    let mut hasty = Client::new();
    hasty.notify("exit", &Value::Null);
    assert_eq!(hasty.close(), 1);
}

#[test]
fn what_cant_be_answered_is_refused() {
    let mut client = Client::new();
    client.initialize(&json!("no object"));
    assert_eq!(code(&client.ask("textDocument/rename", &json!({}))), -32601);
    assert_eq!(code(&client.ask("$/unknown", &json!({}))), -32601);
    for method in ["hover", "completion", "documentSymbol", "codeAction"] {
        for params in [
            json!(null),
            json!([]),
            json!({"textDocument": 7}),
            json!({"position": {"line": -1}}),
        ] {
            assert_eq!(
                code(&client.ask(&format!("textDocument/{method}"), &params)),
                -32602,
                "{method} {params}"
            );
        }
    }
    for method in [
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didClose",
        "$/unknown",
        "initialized",
    ] {
        client.notify(method, &json!({"textDocument": []}));
    }
    client.send(&json!({"jsonrpc": "2.0", "id": 99, "result": null}));
    assert_eq!(client.at("hover", "file:///never/opened.json", 0, 0), Value::Null);
    client.open(URI, "{\"tracker_type\": 1}");
    assert_eq!(client.at("hover", URI, u32::MAX, u32::MAX), Value::Null);
    let far = json!([{"range": range((u32::MAX, 9), (0, 0)), "text": "{"}]);
    assert_eq!(client.change(URI, 2, &far).len(), 0);
}

/// Both are sent before the server can answer either.
#[test]
fn a_request_can_be_cancelled() {
    let mut client = Client::able();
    let text = format!("{{\"tracker_type\": \"system\"{}}}", " ".repeat(5_000_000));
    let open = json!({"textDocument": {"uri": URI, "languageId": "json", "version": 1, "text": text}});
    let mut sent = framed(&json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": open}));
    let hover = json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 3}});
    sent.extend(framed(
        &json!({"jsonrpc": "2.0", "id": 70, "method": "textDocument/hover", "params": hover}),
    ));
    for id in 71..200 {
        sent.extend(framed(
            &json!({"jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": hover}),
        ));
        sent.extend(framed(
            &json!({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": id}}),
        ));
    }
    client.write(&sent);
    let mut cancelled = 0;
    for id in 70..200 {
        let answer = client.wait(|message| message["id"] == id);
        cancelled += i32::from(code(&answer) == -32800);
    }
    assert!(cancelled > 0);
    client.notify("$/cancelRequest", &json!({"id": "never"}));
    assert_ne!(client.at("hover", URI, 0, 3), Value::Null);
}

/// A stream of messages with something broken in each: the server tells so, and answers the next.
#[test]
fn broken_messages_end_nothing() {
    let mut client = Client::able();
    client.open(URI, "{\"tracker_type\": \"system\"}");
    let hover = json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 3}});
    let seed = framed(&json!({"jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": hover}));
    let body = seed.iter().position(|&byte| byte == b'{').expect("it has a body");
    let mut random = 0x9e37_79b9_u32;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        random as usize % below
    };
    for round in 0..400 {
        let mut message = seed.clone();
        for _ in 0..=next(4) {
            let at = body + next(message.len() - body);
            match next(5) {
                0 => message[at] = b"{}[]\",:\\x\0\xff"[next(10)],
                1 => message.truncate(at),
                2 => drop(message.remove(at)),
                3 => message.insert(at, b'"'),
                _ => message[next(15)] = b'?',
            }
            if message.len() <= body + 1 {
                break;
            }
        }
        client.write(&message);
        client.write(b"\r\n");
        // A message that was cut takes the beginning of the next one with it, up to its header.
        let id = 1000 + round;
        for _ in 0..4 {
            client.send(&json!({"jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": hover}));
        }
        let answer = client.wait(|answer| answer["id"] == id);
        assert_eq!(
            answer["result"]["range"],
            range((0, 1), (0, 15)),
            "{}",
            String::from_utf8_lossy(&message)
        );
    }
    for (bad, expected) in [
        (&b"Content-Length: 4\r\n\r\nnull"[..], -32600),
        (b"Content-Length: 6\r\n\r\n{\"id\":", -32700),
        (b"Content-Length: -1\r\n\r\n", -32600),
        (b"Content-Length: 99999999999\r\n\r\n", -32600),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", -32600),
        (b"Content-Length: 2\r\n\r\n\xff\xfe", -32700),
    ] {
        client.write(bad);
        let answer = client.wait(|answer| answer["id"] == Value::Null && answer.get("error").is_some());
        assert_eq!(code(&answer), expected, "{}", String::from_utf8_lossy(bad));
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    client.write(format!("Content-Length: {}\r\n\r\n{deep}", deep.len()).as_bytes());
    assert_eq!(client.request("shutdown", &Value::Null), Value::Null);
}
