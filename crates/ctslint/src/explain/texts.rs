//! The cases as text. Generated from `tests/cases` by `cargo xtask generate`.

/// The text of each rule, in the order of the rules.
#[rustfmt::skip]
pub(super) static TEXTS: &[&str] = &[
    r###"# invalid-json

The API reads JSON as RFC 8259 has it and nothing beyond: no comments, no single quotes, no trailing commas. The text is
read as well as possible all the same, so that the fields in it are checked too. Most slips have one plain meaning, and the
fix writes that.

## Single quotes, as on the page of v1

The published example of v1 opens a string with `'` and closes it with `"`, and another stands in single quotes.

```json
{
  "bucket_name": "obs-f1da",
  "lts": {
    "is_lts_enabled": true,
    "log_group_name": 'CTS",
    "log_topic_name": 'system-trace'
  }
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[invalid-json]: this string opens with `'` and closes with `"`
  at 5:23-5:28 /lts/log_group_name: JSON strings stand in double quotes
  help: write `"CTS"`
  fix (safe): write `"CTS"`
  source: RFC 8259, section 7: "A string begins and ends with quotation marks."
  the API would answer cts.0007
error[invalid-json]: this string stands in single quotes
  at 6:23-6:37 /lts/log_topic_name: JSON strings stand in double quotes
  help: write `"system-trace"`
  fix (safe): write `"system-trace"`
  source: RFC 8259, section 7: "A string begins and ends with quotation marks."
  the API would answer cts.0007
```

After the safe fixes:

```json
{
  "bucket_name": "obs-f1da",
  "lts": {
    "is_lts_enabled": true,
    "log_group_name": "CTS",
    "log_topic_name": "system-trace"
  }
}
```

## A dictionary of Python

`str()` of a dictionary is no JSON: quotes, `True` and `None` are Python's.

```json
{'tracker_type': 'system', 'tracker_name': 'system', 'is_lts_enabled': True}
```

```text
error[invalid-json]: this string stands in single quotes
  at 1:2-1:16 /tracker_type: JSON strings stand in double quotes
  help: write `"tracker_type"`
  fix (safe): write `"tracker_type"`
  source: RFC 8259, section 7: "A string begins and ends with quotation marks."
  the API would answer CTS.0003
error[invalid-json]: this string stands in single quotes
  at 1:18-1:26 /tracker_type: JSON strings stand in double quotes
  help: write `"system"`
  fix (safe): write `"system"`
  source: RFC 8259, section 7: "A string begins and ends with quotation marks."
  the API would answer CTS.0003
error[invalid-json]: this string stands in single quotes
  at 1:28-1:42 /tracker_name: JSON strings stand in double quotes
  help: write `"tracker_name"`
  fix (safe): write `"tracker_name"`
  source: RFC 8259, section 7: "A string begins and ends with quotation marks."
  the API would answer CTS.0003
error[invalid-json]: this string stands in single quotes
  at 1:44-1:52 /tracker_name: JSON strings stand in double quotes
  help: write `"system"`
  fix (safe): write `"system"`
  source: RFC 8259, section 7: "A string begins and ends with quotation marks."
  the API would answer CTS.0003
error[invalid-json]: this string stands in single quotes
  at 1:54-1:70 /is_lts_enabled: JSON strings stand in double quotes
  help: write `"is_lts_enabled"`
  fix (safe): write `"is_lts_enabled"`
  source: RFC 8259, section 7: "A string begins and ends with quotation marks."
  the API would answer CTS.0003
error[invalid-json]: JSON writes `true`, not `True`
  at 1:72-1:76 /is_lts_enabled
  help: write `true`
  fix (safe): write `true`
  source: RFC 8259, section 3: "The literal names MUST be lowercase."
  the API would answer CTS.0003
```

After the safe fixes:

```json
{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}
```

## A comment and a trailing comma

Both are common in configuration files, and JSON has neither.

```json
{
  "tracker_type": "system",
  "tracker_name": "system", // the management tracker
  "is_lts_enabled": true,
}
```

```text
error[invalid-json]: this is a comment
  at 3:29-3:54 the text: JSON has no comments
  help: remove it
  fix (safe): remove it
  source: RFC 8259, section 2
  the API would answer CTS.0003
error[invalid-json]: a comma stands after the last element
  at 4:25-4:26 the text: nothing follows
  help: remove `,`
  fix (safe): remove `,`
  source: RFC 8259, sections 4 and 5
  the API would answer CTS.0003
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

## A missing comma

The value of the next line cannot belong to this one.

```json
{
  "tracker_type": "system"
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

```text
error[invalid-json]: a comma is missing here
  at 2:27-2:27 the text
  help: insert `,`
  fix (safe): insert `,`
  source: RFC 8259, sections 4 and 5
  the API would answer CTS.0003
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

## A missing brace

A text that was cut off ends before the last object does.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": {
    "bucket_name": "audit-logs"
  }
```

```text
error[invalid-json]: `}` is missing here
  at 6:4-6:4 the text
  see 1:1-1:2 `{` is opened here
  help: insert `}`
  fix (safe): insert `}`
  the API would answer CTS.0003
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": {
    "bucket_name": "audit-logs"
  }
}
```

## A raw tab within a string

Control characters must be escaped; the recovered value is checked like any other.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": "a	b" }
}
```

```text
error[invalid-json]: the control character U+0009 stands inside a string
  at 4:68-4:69 /obs_info/file_prefix_name: control characters are escaped in JSON
  help: write `\t`
  fix (safe): write `\t`
  source: RFC 8259, section 7
  the API would answer CTS.0003
error[invalid-character]: a tab is not allowed in `file_prefix_name`
  at 4:68-4:69 /obs_info/file_prefix_name
  help: use only letters, digits, hyphens, underscores and periods: write `a-b`
  fix (unsafe): write `a-b`
  source: Creating a Tracker v3, Table 3: "The value can contain 0 to 64 characters, including letters, digits, hyphens (-), underscores (_), and periods (.)."
  the API would answer CTS.0218
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": "a\tb" }
}
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": "a-b" }
}
```

## Bytes that are no UTF-8

Files saved as Latin-1 have single bytes for letters with accents.

```json bytes
{ "tracker_type": "system", "tracker_name": "syst<E8>me", "is_lts_enabled": true }
```

```text
error[invalid-json]: bad UTF-8: this byte belongs to no character
  at 1:50-1:51 /tracker_name
  help: save the text as UTF-8
  source: RFC 8259, section 8.1
  the API would answer CTS.0003
```

## Comments where they are allowed

In `.jsonc` files comments are allowed, but nothing else beyond JSON.

```json comments
{
  // keep for seven days only
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

```text
nothing found
```
"###,
    r###"# byte-order-mark

Some editors put a byte order mark in front of a text. RFC 8259 forbids senders to add one; many parsers refuse it.

## A mark at the start

It cannot be seen, and the fix takes it away.

```json bytes
<EF BB BF>{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
warning[byte-order-mark]: the text starts with a byte order mark
  at 1:1-1:2 the text
  help: save the text as UTF-8 without a byte order mark
  fix (safe): remove the byte order mark
  source: RFC 8259, section 8.1: "Implementations MUST NOT add a byte order mark (U+FEFF) to the beginning of a networked-transmitted JSON text."
```

After the safe fixes:

```json
{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```
"###,
    r###"# duplicate-field

Of several members of one name the API takes the last, and other readers the first; what the author meant, nobody can tell.
The rules judge the last value.

## A field twice in one object

The second is reported; the first is shown beside it.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true,
  "is_lts_enabled": false,
  "obs_info": { "bucket_name": "audit-logs" }
}
```

```text
error[duplicate-field]: `is_lts_enabled` occurs twice in this object
  at 5:3-5:19 /is_lts_enabled: again here
  see 4:3-4:19 it is here first
  note: of several, the API takes the last
  help: keep one of them
```

## Escapes are read before names are compared

`\u006c` is `l`.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true,
  "is_\u006cts_enabled": true
}
```

```text
error[duplicate-field]: `is_lts_enabled` occurs twice in this object
  at 5:3-5:24 /is_lts_enabled: again here
  see 4:3-4:19 it is here first
  note: of several, the API takes the last
  help: keep one of them
```

## The last value is judged

It is the one that the API takes.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "Audit", "bucket_name": "audit-logs" }
}
```

```text
error[duplicate-field]: `bucket_name` occurs twice in this object
  at 4:41-4:54 /obs_info/bucket_name: again here
  see 4:17-4:30 it is here first
  note: of several, the API takes the last
  help: keep one of them
```

## The same name in two objects

`is_lts_enabled` of the top level and that of `lts` are two fields of an answer.

```json
{
  "id": "2e6fa9b8-8c6e-456d-b5d3-77be972d220b",
  "create_time": 1587958482923,
  "lts": { "is_lts_enabled": true },
  "obs_info": { "bucket_name": "" }
}
```

```text
nothing found
```
"###,
    r###"# wrong-type

Every field has one type. A text that spells a boolean is no boolean, and `null` is a value, not the absence of one. The fix
is safe where the value is plain.

## A boolean in quotes

Templates often write every value in quotes.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": "true"
}
```

```text
error[wrong-type]: `is_lts_enabled` must be `true` or `false`, not a string
  at 4:21-4:27 /is_lts_enabled
  help: write `true`
  fix (safe): write `true`
  source: Creating a Tracker v3, Table 2: "Type: Boolean"
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

## A number for a boolean

1 probably means `true`, but that is a guess.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": 1
}
```

```text
error[wrong-type]: `is_lts_enabled` must be `true` or `false`, not a number
  at 4:21-4:22 /is_lts_enabled
  help: write `true`
  fix (unsafe): write `true`
  source: Creating a Tracker v3, Table 2: "Type: Boolean"
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

## Null

To leave a field out, leave it out.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": null,
  "is_lts_enabled": true
}
```

```text
error[wrong-type]: `obs_info` must be an object, not `null`
  at 4:15-4:19 /obs_info
  note: `null` is a value, not the absence of one
  help: leave the field out, or give it a value
  source: Creating a Tracker v3, Table 2: "Type: Object"
```

## No object at all

A body is an object.

```json as v3
[{ "tracker_type": "system" }]
```

```text
error[wrong-type]: the body must be an object, not an array
  at 1:1-1:31 the body
  help: put the fields between `{` and `}`
```

## A text for a number

In answers of v3 the life cycle is a number, in those of v1 a text.

```json
{
  "id": "2e6fa9b8-8c6e-456d-b5d3-77be972d220b",
  "create_time": "1587958482923",
  "obs_info": { "bucket_lifecycle": 30.5 }
}
```

```text
error[wrong-type]: `create_time` must be a whole number, not a string
  at 3:18-3:33 /create_time
  help: write `1587958482923`
  fix (safe): write `1587958482923`
  source: Creating a Tracker v3, Table 4: "Type: Long"
error[wrong-type]: `bucket_lifecycle` must be a whole number, not a number with a fraction
  at 4:37-4:41 /obs_info/bucket_lifecycle
  help: write a whole number
  source: Creating a Tracker v3, Table 7: "Type: Long"
```

After the safe fixes:

```json
{
  "id": "2e6fa9b8-8c6e-456d-b5d3-77be972d220b",
  "create_time": 1587958482923,
  "obs_info": { "bucket_lifecycle": 30.5 }
}
```

## Whole numbers

`1.0` and `1e3` have no fractional part.

```json
{
  "id": "2e6fa9b8-8c6e-456d-b5d3-77be972d220b",
  "create_time": 1.587958482923e12,
  "obs_info": { "bucket_lifecycle": 30.0 }
}
```

```text
nothing found
```
"###,
    r###"# missing-field

The API refuses a body without a field that its page calls mandatory. Where only one value is allowed, the fix adds the
field.

## The name of the tracker

The page tells a default for `tracker_name`, but also that it is mandatory; the one value that it can have is added.

```json
{
  "tracker_type": "system",
  "is_lts_enabled": true
}
```

```text
error[missing-field]: `tracker_name` is missing
  at 4:1-4:2 /tracker_name: required in this body
  help: add `"tracker_name": "system"`
  fix (safe): add `"tracker_name": "system"`
  source: Creating a Tracker v3, Table 2: "Mandatory: Yes"
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "is_lts_enabled": true,
  "tracker_name": "system"
}
```

## Members of `lts`

All three members are required as soon as `lts` is there, even while it is switched off; the API answers with a message about `log_topic_name`.

```json
{
  "bucket_name": "audit-logs",
  "lts": { "is_lts_enabled": false }
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[missing-field]: `log_group_name` is missing from `lts`
  at 3:36-3:37 /lts/log_group_name: required in this object
  note: all members of `lts` are required, even when `is_lts_enabled` is `false`
  help: add `"log_group_name": "CTS"` with your own value, or leave `lts` out
  source: Creating a Tracker v1, Table 3: "Mandatory: Yes"
  the API would answer cts.0007
error[missing-field]: `log_topic_name` is missing from `lts`
  at 3:36-3:37 /lts/log_topic_name: required in this object
  note: all members of `lts` are required, even when `is_lts_enabled` is `false`
  help: add `"log_topic_name": "system-trace"` with your own value, or leave `lts` out
  source: Creating a Tracker v1, Table 3: "Mandatory: Yes"
  the API would answer cts.0007
```

## The bucket of v1

No value can be guessed.

```json
{
  "file_prefix_name": "trace",
  "log_file_validate": { "is_support_validate": true }
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[missing-field]: `bucket_name` is missing
  at 4:1-4:2 /bucket_name: required in this body
  help: add `"bucket_name": "obs-f1da"` with your own value
  source: Creating a Tracker v1, Table 2: "Mandatory: Yes"
```

## What a misspelt member supplies

A field that is there under a wrong name is not missing as well: one mistake is one finding.

```json
{
  "tracker_type": "system",
  "tracker_nmae": "system",
  "is_lts_enabled": true
}
```

```text
error[unknown-field]: unknown field `tracker_nmae`
  at 3:3-3:17 /tracker_nmae: did you mean `tracker_name`? It is required and missing
  note: the API ignores fields it does not know, so the tracker would be refused for the missing `tracker_name`
  help: rename it to `tracker_name`
  fix (safe): rename it to `tracker_name`
  source: Creating a Tracker v3, Table 2
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

## The cause of an error, in an answer

Nothing is required in an answer but `detail`, while `status` is `error`.

```json
{
  "id": "2e6fa9b8-8c6e-456d-b5d3-77be972d220b",
  "create_time": 1587958482923,
  "obs_info": { "bucket_name": "audit-logs" },
  "status": "error"
}
```

```text
error[missing-field]: `detail` is missing: it says why the status is `error`
  at 6:1-6:2 /detail: required in this body
  see 5:13-5:20 the status is `error`
  help: add `detail`, as the API answered it
  source: Creating a Tracker v3, Table 4: "If the value is set to error, the detail field is required for specifying the source of the error."
```

## Nothing missing

This is all that v3 wants.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

```text
nothing found
```
"###,
    r###"# unknown-field

The API ignores members that it does not know, so a typo changes what a tracker does without a word. A name that is nearly
that of an absent field is taken for it; the rename is safe while only one member can be meant.

## A typo of a required field

One mistake is one finding: the field is not missing as well.

```json
{
  "tracker_type": "system",
  "tracker_nmae": "system",
  "is_lts_enabled": true
}
```

```text
error[unknown-field]: unknown field `tracker_nmae`
  at 3:3-3:17 /tracker_nmae: did you mean `tracker_name`? It is required and missing
  note: the API ignores fields it does not know, so the tracker would be refused for the missing `tracker_name`
  help: rename it to `tracker_name`
  fix (safe): rename it to `tracker_name`
  source: Creating a Tracker v3, Table 2
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

## Names of Terraform

The providers for Terraform have names of their own for the same fields.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "lts_enabled": true,
  "validate_file": true,
  "obs_info": { "bucket_name": "audit-logs", "file_prefix": "trace" }
}
```

```text
error[unknown-field]: unknown field `lts_enabled`
  at 4:3-4:16 /lts_enabled: that is Terraform's name for it; did you mean `is_lts_enabled`?
  note: the API ignores fields it does not know
  help: rename it to `is_lts_enabled`
  fix (safe): rename it to `is_lts_enabled`
  source: Creating a Tracker v3, Table 2
error[unknown-field]: unknown field `validate_file`
  at 5:3-5:18 /validate_file: that is Terraform's name for it; did you mean `is_support_validate`?
  note: the API ignores fields it does not know
  help: rename it to `is_support_validate`
  fix (safe): rename it to `is_support_validate`
  source: Creating a Tracker v3, Table 2
error[unknown-field]: unknown field `file_prefix`
  at 6:46-6:59 /obs_info/file_prefix: that is Terraform's name for it; did you mean `file_prefix_name`?
  note: the API ignores fields it does not know
  help: rename it to `file_prefix_name`
  fix (safe): rename it to `file_prefix_name`
  source: Creating a Tracker v3, Table 3
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true,
  "is_support_validate": true,
  "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": "trace" }
}
```

## A name of Terraform for a field of another cloud

Open Telekom Cloud has no organization trackers.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "organization_enabled": true,
  "is_lts_enabled": true
}
```

```text
error[unknown-field]: unknown field `organization_enabled`
  at 4:3-4:25 /organization_enabled: that is Terraform's name for it; did you mean `is_organization_tracker`? That is a field of Huawei Cloud's v3
  note: the API ignores fields it does not know
  help: remove it
  source: Creating a Tracker v3, Table 2
```

## Two members for one field

Which of them is meant, only the author knows.

```json
{
  "tracker_type": "system",
  "tracker_nmae": "system",
  "tracker_nam": "system",
  "is_lts_enabled": true
}
```

```text
error[unknown-field]: unknown field `tracker_nmae`
  at 3:3-3:17 /tracker_nmae: did you mean `tracker_name`? It is required and missing
  note: the API ignores fields it does not know, so the tracker would be refused for the missing `tracker_name`
  help: rename it to `tracker_name`
  source: Creating a Tracker v3, Table 2
error[unknown-field]: unknown field `tracker_nam`
  at 4:3-4:16 /tracker_nam: did you mean `tracker_name`? It is required and missing
  note: the API ignores fields it does not know, so the tracker would be refused for the missing `tracker_name`
  help: rename it to `tracker_name`
  source: Creating a Tracker v3, Table 2
```

## A field that is there already

The misspelt one is superfluous.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "tracker_names": "system",
  "is_lts_enabled": true
}
```

```text
error[unknown-field]: unknown field `tracker_names`
  at 4:3-4:18 /tracker_names: like `tracker_name`, which is there already
  note: the API ignores fields it does not know
  help: remove it
  source: Creating a Tracker v3, Table 2
```

## Nothing comes near

There is nothing to suggest.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "comment": "made by hand",
  "is_lts_enabled": true
}
```

```text
error[unknown-field]: unknown field `comment`
  at 4:3-4:12 /comment
  note: the API ignores fields it does not know
  help: remove it
  source: Creating a Tracker v3, Table 2
```

## A near miss of a field of another cloud

A vendor's own Terraform provider has sent `aegncy_name` for years.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "aegncy_name": "cts_admin_trust",
  "is_lts_enabled": true
}
```

```text
error[unknown-field]: unknown field `aegncy_name`
  at 4:3-4:16 /aegncy_name: did you mean `agency_name`? That is a field of Huawei Cloud's v3
  note: the API ignores fields it does not know
  help: remove it
  source: Creating a Tracker v3, Table 2
```

## A near miss of a field of another place

The name is nearly that of a field of `obs_info`.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "bucket_nmae": "audit-logs",
  "is_lts_enabled": true
}
```

```text
error[unknown-field]: unknown field `bucket_nmae`
  at 4:3-4:16 /bucket_nmae: did you mean `bucket_name` in `obs_info`?
  note: the API ignores fields it does not know
  help: put it into `obs_info`, as `bucket_name`
  source: Creating a Tracker v3, Table 2
```

## In an answer

Answers have more members than the reference tells; this is a warning there.

```json
{
  "id": "2e6fa9b8-8c6e-456d-b5d3-77be972d220b",
  "create_time": 1587958482923,
  "obs_info": { "bucket_name": "audit-logs" },
  "region": "eu-de"
}
```

```text
warning[unknown-field]: unknown field `region`
  at 5:3-5:11 /region
  note: the reference has no such field; an answer may have more than it tells
  source: Creating a Tracker v3, Table 4
```
"###,
    r###"# misplaced-field

A field of this request in another place, or a field of the other version's request. Where it stands, the API ignores it;
what the member was meant to supply is not reported as missing.

## The bucket of v1 in a body of v3

In v3 the bucket stands in `obs_info`.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "bucket_name": "audit-logs"
}
```

```text
error[misplaced-field]: `bucket_name` belongs in `obs_info`
  at 4:3-4:16 /bucket_name
  note: where it stands, the API ignores it
  help: put it into `obs_info`, as `bucket_name`
  source: Creating a Tracker v3, Table 3
```

## A switch within `obs_info`

`is_lts_enabled` belongs to the top level.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "is_lts_enabled": true }
}
```

```text
error[misplaced-field]: `is_lts_enabled` belongs at the top level
  at 4:46-4:62 /obs_info/is_lts_enabled
  note: where it stands, the API ignores it
  help: put it at the top level, as `is_lts_enabled`
  source: Creating a Tracker v3, Table 2
```

## The object of v1 in a body of v3

v3 says it with `is_support_validate` at the top level.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs" },
  "log_file_validate": { "is_support_validate": true }
}
```

```text
error[misplaced-field]: `log_file_validate` is a field of v1, not of v3
  at 5:3-5:22 /log_file_validate
  note: where it stands, the API ignores it
  help: put it at the top level, as `is_support_validate`
  source: Creating a Tracker v1, Table 2
```

## A field of v3 in a body of v1

v1 has no choice of compression.

```json
{
  "bucket_name": "audit-logs",
  "compress_type": "gzip"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[misplaced-field]: `compress_type` is a field of v3, not of v1
  at 3:3-3:18 /compress_type
  note: where it stands, the API ignores it
  help: remove it
  source: Creating a Tracker v3, Table 3
```

## In its place

Nothing is to be said.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs" }
}
```

```text
nothing found
```
"###,
    r###"# response-only-field

Somebody copied an answer of the API and sends it as a request. The API ignores these members. Removing them may lose what
their author meant, so that the fix is not safe.

## An answer as a request

`status` is set with `PUT`, the rest by the API.

```json as v3
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs" },
  "status": "enabled",
  "project_id": "0123456789abcdef0123456789abcdef"
}
```

```text
error[response-only-field]: `status` is a field of the answer, not of the request
  at 5:3-5:11 /status
  note: a tracker is switched on and off with `PUT`, never when it is created
  help: remove it
  fix (unsafe): remove `status`
  source: Creating a Tracker v3
error[response-only-field]: `project_id` is a field of the answer, not of the request
  at 6:3-6:15 /project_id
  help: remove it
  fix (unsafe): remove `project_id`
  source: Creating a Tracker v3
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs" }
}
```

## `lts` in a request of v3

The answer has an object, the request a switch; what it supplies counts as doubtful, so that nothing is said about retention.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "lts": { "is_lts_enabled": true }
}
```

```text
error[response-only-field]: `lts` is a field of the answer, not of the request
  at 4:3-4:8 /lts
  note: a v3 request says it at the top level, with `is_lts_enabled`
  help: remove it
  fix (unsafe): remove `lts`
  source: Creating a Tracker v3
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system"
}
```

## In the object of the bucket

Whether CTS may write to the bucket, the API finds out.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "is_authorized_bucket": true, "bucket_location": "eu-de" }
}
```

```text
error[response-only-field]: `is_authorized_bucket` is a field of the answer, not of the request
  at 4:46-4:68 /obs_info/is_authorized_bucket
  help: remove it
  fix (unsafe): remove `is_authorized_bucket`
  source: Creating a Tracker v3
error[response-only-field]: `bucket_location` is a field of the answer, not of the request
  at 4:76-4:93 /obs_info/bucket_location
  help: remove it
  fix (unsafe): remove `bucket_location`
  source: Creating a Tracker v3
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs" }
}
```

## In a request of v1

There `obs_info`, `tracker_name` and `tracker_type` are members of the answer only; the bucket that `obs_info` supplies is not missing as well.

```json as v1
{
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs" },
  "lts": { "is_lts_enabled": true, "log_group_name": "CTS", "log_topic_name": "system-trace" }
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[response-only-field]: `tracker_name` is a field of the answer, not of the request
  at 2:3-2:17 /tracker_name
  help: remove it
  fix (unsafe): remove `tracker_name`
  source: Creating a Tracker v1
error[response-only-field]: `obs_info` is a field of the answer, not of the request
  at 3:3-3:13 /obs_info
  note: v1 takes the bucket at the top level, as `bucket_name`
  help: remove it
  fix (unsafe): remove `obs_info`
  source: Creating a Tracker v1
```

After the unsafe fixes:

```json
{
  "lts": { "is_lts_enabled": true, "log_group_name": "CTS", "log_topic_name": "system-trace" }
}
```

## In an answer

There they belong.

```json
{
  "id": "2e6fa9b8-8c6e-456d-b5d3-77be972d220b",
  "project_id": "0123456789abcdef0123456789abcdef",
  "obs_info": { "bucket_name": "audit-logs" },
  "status": "enabled"
}
```

```text
nothing found
```
"###,
    r###"# retired-field

Older pages of v1 have a block `smn` for notifications. It was withdrawn: notifications have a request of their own.

## Notifications in a body of v1

Nothing within the block is checked.

```json
{
  "bucket_name": "audit-logs",
  "smn": {
    "is_support_smn": true,
    "topic_id": "urn:smn:eu-de:0123456789abcdef0123456789abcdef:audit",
    "operations": ["delete"]
  }
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[retired-field]: `smn` was withdrawn: notifications have a request of their own
  at 3:3-3:8 /smn
  note: the API ignores it here
  help: send it as `POST /v3/{project_id}/notifications`, and remove it here
  source: CTS API Reference (2020), Creating a Tracker
```

## Without it

The tracker alone is a body of v1.

```json
{ "bucket_name": "audit-logs" }
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
```
"###,
    r###"# other-provider-field

Huawei Cloud's own v3 has fields that Open Telekom Cloud's has not, and data trackers. Open Telekom Cloud ignores the fields
and refuses the type.

## Fields of Huawei Cloud

Nothing inside such a member is checked.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "agency_name": "cts_admin_trust",
  "is_organization_tracker": false,
  "management_event_selector": { "exclude_service": ["KMS"] },
  "obs_info": { "bucket_name": "audit-logs" }
}
```

```text
error[other-provider-field]: `agency_name` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's
  at 4:3-4:16 /agency_name
  help: remove it
  source: Creating a Tracker v3
error[other-provider-field]: `is_organization_tracker` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's
  at 5:3-5:28 /is_organization_tracker
  help: remove it
  source: Creating a Tracker v3
error[other-provider-field]: `management_event_selector` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's
  at 6:3-6:30 /management_event_selector
  help: remove it
  source: Creating a Tracker v3
```

## Encryption

Open Telekom Cloud's v3 cannot encrypt trace files.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs" },
  "is_support_trace_files_encryption": true,
  "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"
}
```

```text
error[other-provider-field]: `is_support_trace_files_encryption` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's
  at 5:3-5:38 /is_support_trace_files_encryption
  help: remove it; on Open Telekom Cloud, encrypt the bucket itself
  source: Creating a Tracker v3
error[other-provider-field]: `kms_id` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's
  at 6:3-6:11 /kms_id
  help: remove it; on Open Telekom Cloud, encrypt the bucket itself
  source: Creating a Tracker v3
```

## A data tracker

The type is wrong here, and so its name is not judged.

```json
{
  "tracker_type": "data",
  "tracker_name": "bucket-watch",
  "data_bucket": { "data_bucket_name": "audit-logs", "data_event": ["READ", "WRITE"] },
  "obs_info": { "bucket_name": "audit-logs", "bucket_lifecycle": 30 }
}
```

```text
error[other-provider-field]: `data` is a value of Huawei Cloud's v3, not of Open Telekom Cloud's
  at 2:19-2:25 /tracker_type
  help: write `system`, or send the body to Huawei Cloud
  source: Creating a Tracker v3, Table 2: "Tracker type. The value can be system (management tracker). Enumerated values: system"
  the API would answer CTS.0202
error[other-provider-field]: `data_bucket` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's
  at 4:3-4:16 /data_bucket
  help: remove it
  source: Creating a Tracker v3
error[other-provider-field]: `bucket_lifecycle` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's
  at 5:46-5:64 /obs_info/bucket_lifecycle
  help: remove it; how long files are kept is a matter of the bucket's own life cycle rules
  source: Creating a Tracker v3
```

## The management tracker

Both clouds have it.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs" }
}
```

```text
nothing found
```
"###,
    r###"# unknown-value

The field takes one of a few values. Case counts: the page writes GZIP in its prose and lists `gzip`, and clients send
`gzip`. The fix is safe where only case differs.

## Case

The prose of the page misleads.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "compress_type": "GZIP" }
}
```

```text
error[unknown-value]: `GZIP` is not a value of `compress_type`
  at 4:63-4:69 /obs_info/compress_type: did you mean `gzip`?
  note: upper and lower case are different values
  help: write `gzip`
  fix (safe): write `gzip`
  source: Creating a Tracker v3, Table 3: "Compression type. The value can be JSON (no compression) or GZIP (compression). The default format is GZIP. Enumerated values: gzip, json"
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "compress_type": "gzip" }
}
```

## A typo

One value comes near, but it may not be the one.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "compress_type": "gzipp" }
}
```

```text
error[unknown-value]: `gzipp` is not a value of `compress_type`
  at 4:63-4:70 /obs_info/compress_type: did you mean `gzip`?
  help: write `gzip`
  source: Creating a Tracker v3, Table 3: "Compression type. The value can be JSON (no compression) or GZIP (compression). The default format is GZIP. Enumerated values: gzip, json"
```

## Another value

All that is allowed is told.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "compress_type": "zstd" }
}
```

```text
error[unknown-value]: `zstd` is not a value of `compress_type`
  at 4:63-4:69 /obs_info/compress_type
  help: write `gzip` or `json`
  source: Creating a Tracker v3, Table 3: "Compression type. The value can be JSON (no compression) or GZIP (compression). The default format is GZIP. Enumerated values: gzip, json"
```

## The type of the tracker

There is only the management tracker; its name is not judged while the type is wrong.

```json
{
  "tracker_type": "System",
  "tracker_name": "audit",
  "is_lts_enabled": true
}
```

```text
error[unknown-value]: `System` is not a value of `tracker_type`
  at 2:19-2:27 /tracker_type: did you mean `system`?
  note: upper and lower case are different values
  help: write `system`
  fix (safe): write `system`
  source: Creating a Tracker v3, Table 2: "Tracker type. The value can be system (management tracker). Enumerated values: system"
  the API would answer CTS.0202
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "audit",
  "is_lts_enabled": true
}
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

## An allowed value

Nothing is to be said.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "compress_type": "json" }
}
```

```text
nothing found
```
"###,
    r###"# length-out-of-range

Lengths count Unicode characters. The message tells the length, and the range.

## Too short

A bucket name has three characters at least.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "ab" }
}
```

```text
error[length-out-of-range]: `bucket_name` takes 3 to 63 characters, this has 2
  at 4:32-4:36 /obs_info/bucket_name: 2 characters
  help: add 1 character at least
  source: Creating a Tracker v3, Table 3: "The value contains 3 to 63 characters and must start with a digit or lowercase letter."
  the API would answer CTS.0231
```

## Too long

A prefix has 64 characters at most.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": "trace-trace-trace-trace-trace-trace-trace-trace-trace-trace-trace-" }
}
```

```text
error[length-out-of-range]: `file_prefix_name` takes 64 characters at most, this has 66
  at 4:66-4:134 /obs_info/file_prefix_name: 66 characters
  help: take 2 characters away
  source: Creating a Tracker v3, Table 3: "The value can contain 0 to 64 characters, including letters, digits, hyphens (-), underscores (_), and periods (.)."
  the API would answer CTS.0218
```

## Empty

An empty bucket name is too short; it switches nothing off in a create request.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "" }
}
```

```text
error[length-out-of-range]: `bucket_name` takes 3 to 63 characters, this has 0
  at 4:32-4:34 /obs_info/bucket_name: 0 characters
  help: add 3 characters at least
  source: Creating a Tracker v3, Table 3: "The value contains 3 to 63 characters and must start with a digit or lowercase letter."
  the API would answer CTS.0231
```

## Length and characters

A text can be wrong in both ways, and both are said.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "A_" }
}
```

```text
error[length-out-of-range]: `bucket_name` takes 3 to 63 characters, this has 2
  at 4:32-4:36 /obs_info/bucket_name: 2 characters
  help: add 1 character at least
  source: Creating a Tracker v3, Table 3: "The value contains 3 to 63 characters and must start with a digit or lowercase letter."
  the API would answer CTS.0231
error[invalid-character]: `A` is not allowed in `bucket_name`
  at 4:33-4:34 /obs_info/bucket_name
  see 4:34-4:35 not allowed either
  help: use only lowercase letters, digits, hyphens and periods
  source: Creating a Tracker v3, Table 3: "Only lowercase letters, digits, hyphens (-), and periods (.) are allowed."
  the API would answer CTS.0231
```

## Just long enough

63 characters are allowed.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }
}
```

```text
nothing found
```
"###,
    r###"# invalid-character

All characters of a text that are not allowed are one finding. It points at the first, and the others are shown beside it.
The fix writes the nearest text that is allowed; it may be another bucket, so that it is not safe.

## Capitals and an underscore

The example of a vendor has an underscore in the name of its bucket.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "My_Bucket" }
}
```

```text
error[invalid-character]: `M` is not allowed in `bucket_name`
  at 4:33-4:34 /obs_info/bucket_name
  see 4:35-4:36 not allowed either
  see 4:36-4:37 not allowed either
  help: use only lowercase letters, digits, hyphens and periods: write `my-bucket`
  fix (unsafe): write `my-bucket`
  source: Creating a Tracker v3, Table 3: "Only lowercase letters, digits, hyphens (-), and periods (.) are allowed."
  the API would answer CTS.0231
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "my-bucket" }
}
```

## A wrong first character

Hyphens and periods are allowed, but not at the start.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "-audit" }
}
```

```text
error[invalid-character]: `-` is not allowed as the first character of `bucket_name`
  at 4:33-4:34 /obs_info/bucket_name
  help: start with a lowercase letter or a digit: write `audit`
  fix (unsafe): write `audit`
  source: Creating a Tracker v3, Table 3: "The value contains 3 to 63 characters and must start with a digit or lowercase letter."
  the API would answer CTS.0231
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit" }
}
```

## Blanks around a prefix

An official example has a prefix with a space at both ends.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": " yO8Q " }
}
```

```text
error[invalid-character]: a space is not allowed in `file_prefix_name`
  at 4:67-4:68 /obs_info/file_prefix_name
  see 4:72-4:73 not allowed either
  help: use only letters, digits, hyphens, underscores and periods: write `yO8Q`
  fix (unsafe): write `yO8Q`
  source: Creating a Tracker v3, Table 3: "The value can contain 0 to 64 characters, including letters, digits, hyphens (-), underscores (_), and periods (.)."
  the API would answer CTS.0218
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": "yO8Q" }
}
```

## A folder as prefix

A prefix is no folder.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": "cts/" }
}
```

```text
error[invalid-character]: `/` is not allowed in `file_prefix_name`
  at 4:70-4:71 /obs_info/file_prefix_name
  help: use only letters, digits, hyphens, underscores and periods: write `cts`
  fix (unsafe): write `cts`
  source: Creating a Tracker v3, Table 3: "The value can contain 0 to 64 characters, including letters, digits, hyphens (-), underscores (_), and periods (.)."
  the API would answer CTS.0218
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": "cts" }
}
```

## A line feed at the end

It cannot be seen, and some patterns let it pass.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs\n" }
}
```

```text
error[invalid-character]: a line break is not allowed in `bucket_name`
  at 4:43-4:45 /obs_info/bucket_name
  help: use only lowercase letters, digits, hyphens and periods: write `audit-logs`
  fix (unsafe): write `audit-logs`
  source: Creating a Tracker v3, Table 3: "Only lowercase letters, digits, hyphens (-), and periods (.) are allowed."
  the API would answer CTS.0231
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs" }
}
```

## Letters beyond ASCII

Letters with accents are letters to people, not to OBS.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "bücher" }
}
```

```text
error[invalid-character]: `ü` (U+00FC) is not allowed in `bucket_name`
  at 4:34-4:35 /obs_info/bucket_name
  help: use only lowercase letters, digits, hyphens and periods: write `b-cher`
  fix (unsafe): write `b-cher`
  source: Creating a Tracker v3, Table 3: "Only lowercase letters, digits, hyphens (-), and periods (.) are allowed."
  the API would answer CTS.0231
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "b-cher" }
}
```

## Capitals in a prefix

They are allowed there.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": "Trace_1.0" }
}
```

```text
nothing found
```
"###,
    r###"# invalid-bucket-name

The API page does not tell all rules for bucket names; the pages of OBS do, and the console page of CTS. The rule speaks once,
and only when length and characters are right.

## Two periods

OBS takes no empty part.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit..logs" }
}
```

```text
error[invalid-bucket-name]: `bucket_name` must not contain `..`
  at 4:38-4:40 /obs_info/bucket_name
  help: choose a name that OBS takes
  source: OBS API Reference, Constructing a Request: "Cannot contain two consecutive periods (..)"
```

## A hyphen beside a period

In both orders.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-.logs" }
}
```

```text
error[invalid-bucket-name]: `bucket_name` must not contain `-.`
  at 4:38-4:40 /obs_info/bucket_name
  help: choose a name that OBS takes
  source: OBS API Reference, Constructing a Request: "Cannot contain a period (.) and a hyphen (-) adjacent to each other, for example, my-.bucket or my.-bucket."
```

## A hyphen at the end

The last character is a letter or a digit.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-" }
}
```

```text
error[invalid-bucket-name]: `bucket_name` must end with a lowercase letter or a digit
  at 4:38-4:39 /obs_info/bucket_name
  help: choose a name that OBS takes
  source: OBS API Reference, Constructing a Request: "Cannot start or end with a hyphen (-) or period (.)."
```

## An IP address

Four octets in decimal, without leading zeros.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "192.168.0.1" }
}
```

```text
error[invalid-bucket-name]: `bucket_name` must not be an IP address
  at 4:32-4:45 /obs_info/bucket_name
  help: choose a name that OBS takes
  source: OBS API Reference, Constructing a Request: "Cannot be formatted as an IP address."
```

## Wrong characters first

While a character is wrong, this rule keeps silent.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "Audit..logs" }
}
```

```text
error[invalid-character]: `A` is not allowed in `bucket_name`
  at 4:33-4:34 /obs_info/bucket_name
  help: use only lowercase letters, digits, hyphens and periods
  source: Creating a Tracker v3, Table 3: "Only lowercase letters, digits, hyphens (-), and periods (.) are allowed."
  the API would answer CTS.0231
```

## Nearly an IP address

Two hyphens are allowed, and 256 is no octet.

```json
{ "bucket_name": "256.1.1.1--a" }
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
```
"###,
    r###"# tracker-name-not-system

There is one management tracker, and it is called `system`. Another name may stand for another tracker, so that the fix is
not safe.

## Another name

The API answers CTS.0204.

```json
{
  "tracker_type": "system",
  "tracker_name": "audit",
  "is_lts_enabled": true
}
```

```text
error[tracker-name-not-system]: the management tracker can only be called `system`
  at 3:19-3:26 /tracker_name
  see 2:19-2:27 this makes it the management tracker
  help: write `system`
  fix (unsafe): write `system`
  source: Creating a Tracker v3, Table 2: "When tracker_type is set to system, the default value system is used."
  the API would answer CTS.0204
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

## Case counts here too

`System` is another name.

```json
{
  "tracker_type": "system",
  "tracker_name": "System",
  "is_lts_enabled": true
}
```

```text
error[tracker-name-not-system]: the management tracker can only be called `system`
  at 3:19-3:27 /tracker_name
  see 2:19-2:27 this makes it the management tracker
  help: write `system`
  fix (unsafe): write `system`
  source: Creating a Tracker v3, Table 2: "When tracker_type is set to system, the default value system is used."
  the API would answer CTS.0204
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

## Without a type

Whether the name is right depends on the type, which is missing; only that is said.

```json
{
  "tracker_name": "audit",
  "is_lts_enabled": true
}
```

```text
error[missing-field]: `tracker_type` is missing
  at 4:1-4:2 /tracker_type: required in this body
  help: add `"tracker_type": "system"` with your own value
  source: Creating a Tracker v3, Table 2: "Mandatory: Yes"
```

## The right name

Nothing is to be said.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

```text
nothing found
```
"###,
    r###"# encryption-without-kms-id

To encrypt trace files, v1 needs the ID of a key. An empty ID is none.

## No key

The finding points at the end of the body, where the key is missing, and at the switch.

```json
{
  "bucket_name": "audit-logs",
  "is_support_trace_files_encryption": true
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[encryption-without-kms-id]: `kms_id` is required while encryption is on
  at 4:1-4:2 /kms_id: `kms_id` is missing from this body
  see 3:40-3:44 encryption is switched on here
  help: add the ID of a key of the same project, or switch encryption off
  source: Creating a Tracker v1, Table 2: "It is mandatory when is_support_trace_files_encryption is set to true."
  the API would answer CTS.0221
```

## An empty key

It counts as absent.

```json
{
  "bucket_name": "audit-logs",
  "is_support_trace_files_encryption": true,
  "kms_id": ""
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[encryption-without-kms-id]: `kms_id` is required while encryption is on
  at 4:13-4:15 /kms_id: an empty ID names no key
  see 3:40-3:44 encryption is switched on here
  help: add the ID of a key of the same project, or switch encryption off
  source: Creating a Tracker v1, Table 2: "It is mandatory when is_support_trace_files_encryption is set to true."
  the API would answer CTS.0221
```

## A misspelt key

What the misspelt member supplies is not missing as well.

```json
{
  "bucket_name": "audit-logs",
  "is_support_trace_files_encryption": true,
  "kmsid": "13a4207c-7abe-4b68-8510-16b84c3b5504"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[unknown-field]: unknown field `kmsid`
  at 4:3-4:10 /kmsid: did you mean `kms_id`?
  note: the API ignores fields it does not know
  help: rename it to `kms_id`
  fix (safe): rename it to `kms_id`
  source: Creating a Tracker v1, Table 2
```

After the safe fixes:

```json
{
  "bucket_name": "audit-logs",
  "is_support_trace_files_encryption": true,
  "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"
}
```

## A switch of another type

While the value of the switch is wrong, nothing is said that depends on it.

```json
{
  "bucket_name": "audit-logs",
  "is_support_trace_files_encryption": "yes"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[wrong-type]: `is_support_trace_files_encryption` must be `true` or `false`, not a string
  at 3:40-3:45 /is_support_trace_files_encryption
  help: write `true` or `false`
  source: Creating a Tracker v1, Table 2: "Type: Boolean"
```

## With a key

Only that v1 is being retired is to be said.

```json
{
  "bucket_name": "audit-logs",
  "is_support_trace_files_encryption": true,
  "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
```
"###,
    r###"# kms-id-without-encryption

A key has no effect unless encryption is on. Trace files then lie in the bucket unencrypted, though somebody took the trouble
to name a key.

## Encryption left out

It is off by default.

```json
{
  "bucket_name": "audit-logs",
  "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[kms-id-without-encryption]: `kms_id` has no effect while encryption is off
  at 3:13-3:51 /kms_id
  help: set `is_support_trace_files_encryption` to `true`, or remove the key
  source: Creating a Tracker v1, Table 2: "This parameter must be used together with kms_id."
```

## Encryption switched off

The switch is shown beside the key.

```json
{
  "bucket_name": "audit-logs",
  "is_support_trace_files_encryption": false,
  "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[kms-id-without-encryption]: `kms_id` has no effect while encryption is off
  at 4:13-4:51 /kms_id
  see 3:40-3:45 encryption is switched off here
  help: set `is_support_trace_files_encryption` to `true`, or remove the key
  source: Creating a Tracker v1, Table 2: "This parameter must be used together with kms_id."
```

## An empty key

It counts as absent.

```json
{
  "bucket_name": "audit-logs",
  "kms_id": ""
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
```
"###,
    r###"# unusual-kms-id

The pages of KMS give a form for the IDs of keys; a name or an alias of a key has it not. Digits and lower-case letters are
usual, not only hexadecimal ones.

## A name for an ID

KMS wants the ID.

```json
{
  "bucket_name": "audit-logs",
  "is_support_trace_files_encryption": true,
  "kms_id": "my-key"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[unusual-kms-id]: `kms_id` is not like a KMS key ID
  at 4:13-4:21 /kms_id
  help: copy the ID of the key, not its name; it looks like `13a4207c-7abe-4b68-8510-16b84c3b5504`
  source: KMS API Reference, Disabling a CMK: "^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$"
```

## Capitals

IDs are written in lower case.

```json
{
  "bucket_name": "audit-logs",
  "is_support_trace_files_encryption": true,
  "kms_id": "13A4207C-7ABE-4B68-8510-16B84C3B5504"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[unusual-kms-id]: `kms_id` is not like a KMS key ID
  at 4:13-4:51 /kms_id
  help: copy the ID of the key, not its name; it looks like `13a4207c-7abe-4b68-8510-16b84c3b5504`
  source: KMS API Reference, Disabling a CMK: "^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$"
```

## A key without encryption

One mistake is one finding: that the key has no effect comes first.

```json
{
  "bucket_name": "audit-logs",
  "kms_id": "my-key"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[kms-id-without-encryption]: `kms_id` has no effect while encryption is off
  at 3:13-3:21 /kms_id
  help: set `is_support_trace_files_encryption` to `true`, or remove the key
  source: Creating a Tracker v1, Table 2: "This parameter must be used together with kms_id."
```

## A usual ID

Only that v1 is being retired is to be said.

```json
{
  "bucket_name": "audit-logs",
  "is_support_trace_files_encryption": true,
  "kms_id": "zzzzzzzz-7abe-4b68-8510-16b84c3b5504"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
```
"###,
    r###"# unusual-lts-name

CTS creates the log group and the log stream in LTS, whose own pages say which names it takes. CTS itself uses `CTS` and
`system-trace`.

## Blanks

Padding from a table became part of the names.

```json
{
  "bucket_name": "audit-logs",
  "lts": { "is_lts_enabled": true, "log_group_name": " CTS ", "log_topic_name": "system-trace" }
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[unusual-lts-name]: `log_group_name` has a character that LTS does not allow in names
  at 3:55-3:56 /lts/log_group_name
  help: name it as CTS does: `CTS`
  source: LTS API Reference, Creating a Log Group
```

## An underscore at the start

A stream may start with it, a group may not.

```json
{
  "bucket_name": "audit-logs",
  "lts": { "is_lts_enabled": true, "log_group_name": "_audit", "log_topic_name": "_trace" }
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[unusual-lts-name]: `log_group_name` starts with `_`, which LTS allows in no name of a log group
  at 3:55-3:56 /lts/log_group_name
  help: name it as CTS does: `CTS`
  source: LTS API Reference, Creating a Log Group
```

## 64 characters

LTS takes them, but CTS answers that names must be shorter than that.

```json
{
  "bucket_name": "audit-logs",
  "lts": { "is_lts_enabled": true, "log_group_name": "CTS", "log_topic_name": "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt" }
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[unusual-lts-name]: `log_topic_name` has 64 characters: LTS allows that, CTS may refuse it
  at 3:79-3:145 /lts/log_topic_name
  help: name it as CTS does: `system-trace`
  source: an answer of the API in service (cts.0007): "The log_topic_name length must be less than 64."
```

## An empty name

The member must be there, and LTS takes no empty name.

```json
{
  "bucket_name": "audit-logs",
  "lts": { "is_lts_enabled": true, "log_group_name": "CTS", "log_topic_name": "" }
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[unusual-lts-name]: `log_topic_name` is empty; LTS names have 1 to 64 characters
  at 3:79-3:81 /lts/log_topic_name
  help: name it as CTS does: `system-trace`
  source: LTS API Reference, Creating a Log Stream
```

## The usual names

Only that v1 is being retired is to be said.

```json
{
  "bucket_name": "audit-logs",
  "lts": { "is_lts_enabled": true, "log_group_name": "CTS", "log_topic_name": "system-trace" }
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
```
"###,
    r###"# obs-option-without-bucket

How trace files are named, compressed, sorted and verified means nothing while no bucket is named. One finding stands at the
first such option; the others are shown beside it.

## Options, but no bucket

Traces go to LTS only.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true,
  "obs_info": { "file_prefix_name": "trace", "compress_type": "json" },
  "is_support_validate": true
}
```

```text
warning[obs-option-without-bucket]: this option has no effect without `bucket_name`
  at 5:37-5:44 /obs_info/file_prefix_name: nothing is transferred
  see 5:63-5:69 this has no effect either
  see 6:26-6:30 this has no effect either
  help: add `bucket_name` to `obs_info`, or remove the option
  source: Creating a Tracker v3, Table 2: "Configurations of an OBS bucket to which traces will be transferred."
```

## A bucket with a wrong name

The bucket is there, and its name is another matter.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "Audit", "compress_type": "json" }
}
```

```text
error[invalid-character]: `A` is not allowed in `bucket_name`
  at 4:33-4:34 /obs_info/bucket_name
  help: use only lowercase letters, digits, hyphens and periods: write `audit`
  fix (unsafe): write `audit`
  source: Creating a Tracker v3, Table 3: "Only lowercase letters, digits, hyphens (-), and periods (.) are allowed."
  the API would answer CTS.0231
```

After the unsafe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit", "compress_type": "json" }
}
```

## A bucket in the wrong place

It is named, so that this rule keeps silent.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "bucket_name": "audit-logs",
  "obs_info": { "compress_type": "json" }
}
```

```text
error[misplaced-field]: `bucket_name` belongs in `obs_info`
  at 4:3-4:16 /bucket_name
  note: where it stands, the API ignores it
  help: put it into `obs_info`, as `bucket_name`
  source: Creating a Tracker v3, Table 3
```

## Options that ask for nothing

An empty prefix and no verification need no bucket.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true,
  "is_support_validate": false,
  "obs_info": { "file_prefix_name": "" }
}
```

```text
nothing found
```
"###,
    r###"# short-retention

CTS keeps traces for seven days. To keep them longer, a tracker transfers them to a bucket or to LTS; this one does neither.

## Neither bucket nor LTS

The smallest body of v3 is right, but keeps nothing.

```json
{
  "tracker_type": "system",
  "tracker_name": "system"
}
```

```text
info[short-retention]: without a bucket and without LTS, traces are kept for 7 days only
  at 1:1-1:2 the body
  help: add `obs_info` with a `bucket_name`, or set `is_lts_enabled` to `true`
  source: Creating a Tracker v3, Function: "Traces are retained in the CTS console for seven days."
```

## LTS switched off

That is the same as none.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": false
}
```

```text
info[short-retention]: without a bucket and without LTS, traces are kept for 7 days only
  at 1:1-1:2 the body
  help: add `obs_info` with a `bucket_name`, or set `is_lts_enabled` to `true`
  source: Creating a Tracker v3, Function: "Traces are retained in the CTS console for seven days."
```

## A bucket

Nothing is to be said.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": { "bucket_name": "audit-logs" }
}
```

```text
nothing found
```

## A misspelt switch

It may well have been switched on: nothing is said until that is mended.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enable": true
}
```

```text
error[unknown-field]: unknown field `is_lts_enable`
  at 4:3-4:18 /is_lts_enable: did you mean `is_lts_enabled`?
  note: the API ignores fields it does not know
  help: rename it to `is_lts_enabled`
  fix (safe): rename it to `is_lts_enabled`
  source: Creating a Tracker v3, Table 2
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```
"###,
    r###"# deprecated-api

v1 is being retired on every cloud that still answers it, and some regions have it no more. `ctslint translate` writes the
body of v3.

## A body of v1

It is right, and this is worth knowing.

```json
{ "bucket_name": "audit-logs" }
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
```

## A body of v3

Nothing is to be said.

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_lts_enabled": true
}
```

```text
nothing found
```
"###,
    r###"# unknown-api

Which document a body is, is told by its fields. When none tells, nothing else can be checked; name the document with
`--as`.

## No field tells

`status` alone belongs to several documents.

```json
{ "status": "enabled" }
```

```text
error[unknown-api]: no field tells which CTS document this is
  at 1:1-1:2 the body
  help: name it: `--as v3` for a v3 request, `--as v1` for a v1 request
```

## A list of trackers

An answer to `GET` is a list; its trackers can be checked one at a time.

```json
{ "trackers": [{ "id": "2e6fa9b8-8c6e-456d-b5d3-77be972d220b", "tracker_name": "system" }] }
```

```text
error[unknown-api]: this is a list of trackers, as an API answers it; no CTS document is one
  at 1:1-1:2 the body
  help: check one tracker at a time, as `v3-create-response`
```

## No object

A body is an object.

```json
"system"
```

```text
error[unknown-api]: this is a string, not the body of a CTS request or answer
  at 1:1-1:9 the body
  help: a body is an object: `{ … }`
```

## Near misses

One name that is nearly one of a tracker's decides nothing: such a file may be anybody's.

```json
{ "trigger_types": ["cts"] }
```

```text
error[unknown-api]: no field tells which CTS document this is
  at 1:1-1:2 the body
  help: name it: `--as v3` for a v3 request, `--as v1` for a v1 request
```

## Two near misses

Two of them do, with the value of a tracker and nothing beside them. Each rests on the other, so that no fix is safe.

```json
{ "trackerType": "system", "trackerName": "system" }
```

```text
info[short-retention]: without a bucket and without LTS, traces are kept for 7 days only
  at 1:1-1:2 the body
  help: add `obs_info` with a `bucket_name`, or set `is_lts_enabled` to `true`
  source: Creating a Tracker v3, Function: "Traces are retained in the CTS console for seven days."
error[unknown-field]: unknown field `trackerType`
  at 1:3-1:16 /trackerType: did you mean `tracker_type`? It is required and missing
  note: the API ignores fields it does not know, so the tracker would be refused for the missing `tracker_type`
  help: rename it to `tracker_type`
  fix (unsafe): rename it to `tracker_type`
  source: Creating a Tracker v3, Table 2
error[unknown-field]: unknown field `trackerName`
  at 1:28-1:41 /trackerName: did you mean `tracker_name`? It is required and missing
  note: the API ignores fields it does not know, so the tracker would be refused for the missing `tracker_name`
  help: rename it to `tracker_name`
  fix (unsafe): rename it to `tracker_name`
  source: Creating a Tracker v3, Table 2
```

After the unsafe fixes:

```json
{ "tracker_type": "system", "tracker_name": "system" }
```

## A common name

What others have as well is no evidence when a name stands beside it that no tracker has.

```json
{ "bucket_name": "assets", "region": "eu-de" }
```

```text
error[unknown-api]: no field tells which CTS document this is
  at 1:1-1:2 the body
  help: name it: `--as v3` for a v3 request, `--as v1` for a v1 request
```

## A neighbour

Triggers of FunctionGraph, traces and notifications have names like those of trackers.

```json
{ "trigger_type": "CTS", "trigger_name": "audit", "is_lts_enabled": true }
```

```text
error[unknown-api]: no field tells which CTS document this is
  at 1:1-1:2 the body
  help: name it: `--as v3` for a v3 request, `--as v1` for a v1 request
```

## A named document

Whoever names the document is believed.

```json as v3-create-response
{ "status": "enabled" }
```

```text
nothing found
```
"###,
    r###"# unusual-project-id

The ID of the project stands in the path of a request: 32 letters and digits. Placeholders and masked IDs of templates and
pages are no fault.

## A name for an ID

The console shows both.

```project-id
eu-de_audit
```

```text
warning[unusual-project-id]: `project_id` has a character that is neither letter nor digit
  at /project_id
  help: copy the project ID from the console; it has 32 letters and digits
  source: CTS API Reference (2020), Creating a Tracker, topic_id
```

## A wrong length

One digit was lost when it was copied.

```project-id
0123456789abcdef0123456789abcde
```

```text
warning[unusual-project-id]: `project_id` has not 32 characters
  at /project_id
  help: copy the project ID from the console; it has 32 letters and digits
  source: CTS API Reference (2020), Creating a Tracker, topic_id
```

## A placeholder

A template is no fault.

```project-id
{project_id}
```

```text
nothing found
```

## A project ID

Nothing is to be said.

```project-id
0123456789abcdef0123456789abcdef
```

```text
nothing found
```
"###,
    r###"# mismatched-api-version

The path of a request names the version of the API, and the body has to be one of that version. A body of the other one is
refused: the fields that this version requires are missing, and those it does not know are ignored.

The body is checked as what it is. Judged as the other version, each of its fields would be a mistake of its own.

## A body of v3 at the path of v1

The path was copied from an old page.

```http
POST https://{endpoint}/v1.0/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
error[mismatched-api-version]: the body is one of v3, but the path is one of v1
  at 1:25-1:29 the text: the path of v1
  see 3:3-3:17 a field of v3 alone
  help: send it as `POST /v3/{project_id}/tracker`
  fix (unsafe): write `v3`
  source: Creating a Tracker v1, URI: "POST /v1.0/{project_id}/tracker"
```

After the unsafe fixes:

```http
POST https://{endpoint}/v3/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

## A body of v1 at the path of v3

Only the path was changed when v1 was left.

```http
POST https://{endpoint}/v3/{project_id}/tracker

{ "bucket_name": "audit-logs" }
```

```text
error[mismatched-api-version]: the body is one of v1, but the path is one of v3
  at 1:25-1:27 the text: the path of v3
  see 3:3-3:16 a field of v1 alone
  note: v1 is being retired
  help: translate the body to v3: `ctslint translate` does that
  source: Creating a Tracker v3, URI: "POST /v3/{project_id}/tracker"
```

## A field in the wrong place

One field of v1 makes no body of v1 where others are of v3.

```http
POST https://{endpoint}/v3/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "bucket_name": "audit-logs" }
```

```text
error[misplaced-field]: `bucket_name` belongs in `obs_info`
  at 3:55-3:68 /bucket_name
  note: where it stands, the API ignores it
  help: put it into `obs_info`, as `bucket_name`
  source: Creating a Tracker v3, Table 3
```

## One version

Nothing is to be said.

```http
POST https://{endpoint}/v3/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
nothing found
```
"###,
    r###"# unknown-endpoint

The API answers each method only at its own paths. Two things mislead: the version of v1 is `v1.0` in the path, and v3 has
`/tracker` for `POST` and `PUT`, but `/trackers` for `GET` and `DELETE`. There is no v2 for trackers.

Requests of other APIs in the same file are passed over.

## The plural

v3 creates a tracker at the singular.

```http
POST https://{endpoint}/v3/{project_id}/trackers

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
error[unknown-endpoint]: the API has no `POST /v3/{project_id}/trackers`
  at 1:41-1:49 the text
  help: send it as `POST /v3/{project_id}/tracker`
  fix (unsafe): send it as `POST /v3/{project_id}/tracker`
  the API would answer APIGW.0101
```

After the unsafe fixes:

```http
POST https://{endpoint}/v3/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

## The version of v1

It has a minor number.

```http
POST https://{endpoint}/v1/{project_id}/tracker

{ "bucket_name": "audit-logs", "is_obs_created": "true" }
```

```text
error[unknown-endpoint]: the API has no `POST /v1/{project_id}/tracker`
  at 1:25-1:27 the text
  help: send it as `POST /v1.0/{project_id}/tracker`
  fix (unsafe): send it as `POST /v1.0/{project_id}/tracker`
  the API would answer APIGW.0101
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 3:1-3:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
error[wrong-type]: `is_obs_created` must be `true` or `false`, not a string
  at 3:50-3:56 /is_obs_created
  help: write `true`
  fix (safe): write `true`
  source: Creating a Tracker v1, Table 2: "Type: Boolean"
```

After the safe fixes:

```http
POST https://{endpoint}/v1/{project_id}/tracker

{ "bucket_name": "audit-logs", "is_obs_created": true }
```

After the unsafe fixes:

```http
POST https://{endpoint}/v1.0/{project_id}/tracker

{ "bucket_name": "audit-logs", "is_obs_created": true }
```

## A version that there is not

The API of traces has a v2, that of trackers has none.

```http
POST https://{endpoint}/v2.0/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
error[unknown-endpoint]: the API has no `POST /v2.0/{project_id}/tracker`
  at 1:1-1:50 the text
  help: a tracker is created with `POST /v3/{project_id}/tracker` or `POST /v1.0/{project_id}/tracker`
  the API would answer APIGW.0101
```

## Another method

A tracker is modified with `PUT`.

```http
PATCH https://{endpoint}/v3/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
error[unknown-endpoint]: the API has no `PATCH /v3/{project_id}/tracker`
  at 1:1-1:6 the text
  help: `/v3/{project_id}/tracker` takes `POST` or `PUT`
  the API would answer APIGW.0101
```

## No method

Editors send a `GET` then.

```http
https://{endpoint}/v3/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
error[unknown-endpoint]: the API has no `GET /v3/{project_id}/tracker`
  at 1:1-1:43 the text
  note: a request line without a method is a `GET`
  help: `/v3/{project_id}/tracker` takes `POST` or `PUT`
  fix (unsafe): write `POST` before it
  the API would answer APIGW.0101
```

After the unsafe fixes:

```http
POST https://{endpoint}/v3/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

## No request at all

A body alone belongs in a `.json` file.

```http
{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
error[unknown-endpoint]: no request in this file is one on CTS trackers
  at 1:1-1:1 the text
  help: write the method and the path before the body: `POST /v3/{project_id}/tracker` or `POST /v1.0/{project_id}/tracker`
```

## Requests that there are

One of another API among them is none of ours.

```http
GET https://{endpoint}/v3/{project_id}/trackers

###
POST https://obs.example.com/v1/buckets

{ "bucket_name": "NOT_OURS" }

###
POST https://{endpoint}/v3/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
nothing found
```
"###,
    r###"# unchecked-body

A request is one of CTS, but its body was not checked, or not wholly. Nothing is wrong with it; this says that silence is
no praise.

## The body stands in a file

It is not read; the command checks it.

```http
POST https://{endpoint}/v3/{project_id}/tracker

< ./tracker.json
```

```text
info[unchecked-body]: the body stands in `./tracker.json`, which is not read
  at 3:3-3:17 the text
  help: check it: `ctslint check --as v3 ./tracker.json`
```

## A request without a document

The bodies of `PUT` are not described yet, so only their text is checked.

```http
PUT https://{endpoint}/v3/{project_id}/tracker

{ "tracker_name": "system", "status": 'disabled' }
```

```text
info[unchecked-body]: the fields of a body of `PUT /v3/{project_id}/tracker` can't be checked yet
  at 1:1-1:47 the text
  note: only its text was checked
error[invalid-json]: this string stands in single quotes
  at 3:39-3:49 /status: JSON strings stand in double quotes
  help: write `"disabled"`
  fix (safe): write `"disabled"`
  source: RFC 8259, section 7: "A string begins and ends with quotation marks."
```

After the safe fixes:

```http
PUT https://{endpoint}/v3/{project_id}/tracker

{ "tracker_name": "system", "status": "disabled" }
```

## A body where none belongs

The API reads none here.

```http
DELETE https://{endpoint}/v3/{project_id}/trackers

{ "tracker_name": "system" }
```

```text
info[unchecked-body]: `DELETE /v3/{project_id}/trackers` has no body
  at 1:1-1:51 the text
  help: remove it
```

## A request that is checked

Nothing is to be said.

```http
POST https://{endpoint}/v3/{project_id}/tracker

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
nothing found
```
"###,
    r###"# unusual-content-type

A body of JSON is sent as `application/json`. No page of CTS says what it does with another type, so this is no error; many
APIs refuse it. A request without the header is no fault: published examples have none, and clients add it.

## A text

Some editors write this into a new request.

```http
POST https://{endpoint}/v3/{project_id}/tracker
Content-Type: text/plain

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
warning[unusual-content-type]: the body is sent as `text/plain`, not as JSON
  at 2:15-2:25 the text
  help: write `application/json`
  fix (safe): write `application/json`
```

After the safe fixes:

```http
POST https://{endpoint}/v3/{project_id}/tracker
Content-Type: application/json

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

## Another encoding

JSON is UTF-8 (RFC 8259, section 8.1).

```http
POST https://{endpoint}/v3/{project_id}/tracker
Content-Type: application/json; charset=iso-8859-1

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
warning[unusual-content-type]: the body is sent as `application/json; charset=iso-8859-1`, but JSON is UTF-8
  at 2:15-2:51 the text
  help: write `application/json`
  fix (safe): write `application/json`
```

After the safe fixes:

```http
POST https://{endpoint}/v3/{project_id}/tracker
Content-Type: application/json

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

## JSON

Nothing is to be said.

```http
POST https://{endpoint}/v3/{project_id}/tracker
Content-Type: application/json;charset=utf8

{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
nothing found
```
"###,
    r###"# cts-kms-encrypted-check

Trace files are not encrypted. It is off unless the configuration asks for it: it has the name of the rule of Huawei
Cloud's Config service that asks the same of a running tracker. Only v1 can ask for encryption.

## No word of encryption

Without it, the API encrypts nothing.

```json with cts-kms-encrypted-check
{ "bucket_name": "audit" }
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[cts-kms-encrypted-check]: trace files are not encrypted
  at 1:26-1:27 /is_support_trace_files_encryption
  help: set `is_support_trace_files_encryption` to `true`, and `kms_id` to the ID of a key
  source: Config User Guide of Huawei Cloud, Best Practices for CTS
```

## Encryption switched off

That is the same.

```json with cts-kms-encrypted-check
{ "bucket_name": "audit", "is_support_trace_files_encryption": false }
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[cts-kms-encrypted-check]: trace files are not encrypted
  at 1:64-1:69 /is_support_trace_files_encryption
  help: set `is_support_trace_files_encryption` to `true`, and `kms_id` to the ID of a key
  source: Config User Guide of Huawei Cloud, Best Practices for CTS
```

## Encryption switched on

The rule is content.

```json with cts-kms-encrypted-check
{
  "bucket_name": "audit",
  "is_support_trace_files_encryption": true,
  "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"
}
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
```

## A body of v3

Open Telekom Cloud's v3 has no field for it, so nothing is asked.

```json with cts-kms-encrypted-check
{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
nothing found
```
"###,
    r###"# cts-lts-enable

Traces are not sent to LTS, where they can be searched. It is off unless the configuration asks for it: it has the name
of the rule of Huawei Cloud's Config service that asks the same of a running tracker.

## LTS switched off

The switch is at fault.

```json with cts-lts-enable
{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": false, "obs_info": { "bucket_name": "audit" } }
```

```text
warning[cts-lts-enable]: traces are not sent to LTS
  at 1:73-1:78 /is_lts_enabled
  help: set `is_lts_enabled` to `true`
  source: Config User Guide of Huawei Cloud, Best Practices for CTS
```

## No switch

Without it, LTS is off. In v1 it stands in `lts`.

```json with cts-lts-enable
{ "bucket_name": "audit" }
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[cts-lts-enable]: traces are not sent to LTS
  at 1:26-1:27 /lts/is_lts_enabled
  help: set `is_lts_enabled` to `true`
  source: Config User Guide of Huawei Cloud, Best Practices for CTS
```

## LTS switched on

The rule is content.

```json with cts-lts-enable
{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
nothing found
```
"###,
    r###"# cts-support-validate-check

Trace files are not signed, so nobody can find out whether they were changed. It is off unless the configuration asks
for it: it has the name of the rule of Huawei Cloud's Config service that asks the same of a running tracker.

## No switch

Without it, nothing is signed.

```json with cts-support-validate-check
{ "tracker_type": "system", "tracker_name": "system", "obs_info": { "bucket_name": "audit" } }
```

```text
warning[cts-support-validate-check]: trace files can't be verified
  at 1:94-1:95 /is_support_validate
  help: set `is_support_validate` to `true`
  source: Config User Guide of Huawei Cloud, Best Practices for CTS
```

## Verification switched off

In v1 the switch stands in `log_file_validate`.

```json with cts-support-validate-check
{ "bucket_name": "audit", "log_file_validate": { "is_support_validate": false } }
```

```text
info[deprecated-api]: this is a v1 body; v1 is being retired
  at 1:1-1:2 the body
  help: translate it to v3
  source: CTS API Reference of Open Telekom Cloud, API Versions: "V1 APIs will be brought offline soon"
warning[cts-support-validate-check]: trace files can't be verified
  at 1:73-1:78 /log_file_validate/is_support_validate
  help: set `is_support_validate` to `true`
  source: Config User Guide of Huawei Cloud, Best Practices for CTS
```

## Verification switched on

The rule is content.

```json with cts-support-validate-check
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_support_validate": true,
  "obs_info": { "bucket_name": "audit" }
}
```

```text
nothing found
```

## A switch that can't be read

One mistake is one finding.

```json with cts-support-validate-check
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_support_validate": "true",
  "obs_info": { "bucket_name": "audit" }
}
```

```text
error[wrong-type]: `is_support_validate` must be `true` or `false`, not a string
  at 4:26-4:32 /is_support_validate
  help: write `true`
  fix (safe): write `true`
  source: Creating a Tracker v3, Table 2: "Type: Boolean"
```

After the safe fixes:

```json
{
  "tracker_type": "system",
  "tracker_name": "system",
  "is_support_validate": true,
  "obs_info": { "bucket_name": "audit" }
}
```
"###,
    r###"# cts-tracker-bucket-configured

Traces are not transferred to a bucket, so they are kept for seven days, or as long as LTS keeps them. It is off unless
the configuration asks for it: it has the name of the check of Prowler that asks the same of a running tracker. v1
requires a bucket anyway.

## No bucket

LTS alone does not do.

```json with cts-tracker-bucket-configured
{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true }
```

```text
warning[cts-tracker-bucket-configured]: traces are not transferred to a bucket
  at 1:78-1:79 /obs_info/bucket_name
  help: add `obs_info` with a `bucket_name`
  source: Prowler's checks for Huawei Cloud, cts_tracker_bucket_configured
```

## A bucket

The rule is content.

```json with cts-tracker-bucket-configured
{ "tracker_type": "system", "tracker_name": "system", "obs_info": { "bucket_name": "audit" } }
```

```text
nothing found
```

## A misspelt bucket

It may well be meant: nothing is said until that is mended.

```json with cts-tracker-bucket-configured
{ "tracker_type": "system", "tracker_name": "system", "obs_info": { "bucket_nmae": "audit" } }
```

```text
error[unknown-field]: unknown field `bucket_nmae`
  at 1:69-1:82 /obs_info/bucket_nmae: did you mean `bucket_name`?
  note: the API ignores fields it does not know
  help: rename it to `bucket_name`
  fix (safe): rename it to `bucket_name`
  source: Creating a Tracker v3, Table 3
```

After the safe fixes:

```json
{ "tracker_type": "system", "tracker_name": "system", "obs_info": { "bucket_name": "audit" } }
```
"###,
    r###"# policy

A value breaks a policy that the project set itself in `ctslint.toml`, such as a convention for the names of buckets. The
message is that of the policy. Only the command line knows policies.

```toml ctslint.toml
[[policy]]
field = "bucket_name"
pattern = '^acme-(dev|prod)-'
message = "buckets are called acme-<stage>-<name>"
```

A value that does not match:

```json test.json
{ "tracker_type": "system", "tracker_name": "system", "obs_info": { "bucket_name": "acme-test-audit" } }
```

One that does:

```json prod.json
{ "tracker_type": "system", "tracker_name": "system", "obs_info": { "bucket_name": "acme-prod-audit" } }
```

```console
$ ctslint check --format concise
test.json:1:84: error[policy] buckets are called acme-<stage>-<name> (/obs_info/bucket_name)
2 files checked: 1 error in 1 file.
```
"###,
    r###"# unused-suppression

An entry of `ctslint-ignore.toml` suppresses nothing: the rule is silent there, the value is another by now, or the file is
gone. `ctslint baseline --prune` drops such entries.

```toml ctslint-ignore.toml
[[ignore]]
file = "tracker.json"
rule = "unknown-field"
pointer = "/tags"
reason = "read by a tool of ours"

[[ignore]]
file = "tracker.json"
rule = "short-retention"
reason = "mended long ago"
```

```json tracker.json
{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true, "tags": [] }
```

```console
$ ctslint check --format concise
ctslint-ignore.toml:9:8: warning[unused-suppression] this suppression has nothing to suppress: `short-retention` is silent there
1 file checked as v3-create-request: 1 warning; 1 suppressed.
$ ctslint baseline --prune
1 entry dropped from `ctslint-ignore.toml`.
$ ctslint check
1 file checked as v3-create-request: all clean; 1 suppressed.
```
"###,
    r###"# expired-suppression

An entry of `ctslint-ignore.toml` has passed its date, so what it was for is shown again. The date is the last day, in UTC, on
which it holds.

```toml ctslint-ignore.toml
[[ignore]]
file = "tracker.json"
rule = "unknown-field"
pointer = "/tags"
reason = "until the next release"
expires = 2020-01-31

[[ignore]]
file = "tracker.json"
rule = "unknown-field"
pointer = "/owner"
reason = "for long"
expires = 2999-12-31
```

```json tracker.json
{ "tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true, "tags": [], "owner": "ops" }
```

```console
$ ctslint check --format concise
tracker.json:1:79: error[unknown-field] unknown field `tags` (/tags)
ctslint-ignore.toml:3:8: warning[expired-suppression] this suppression ended on 2020-01-31
1 file checked as v3-create-request: 1 error, 1 warning in 2 files; 1 suppressed.
```
"###,
];
