//! Adding a field means one row: a table with one more row flows into checker, schema and bodies with no other change.

use serde_json::json;

use super::{Judges, SchemaOptions, SchemaProfile, bodies::bodies, json_schema_with};
use crate::api::v3;
use crate::messages::MessageId as M;
use crate::model::{Document, DocumentParts, Field, Object, TextRule, Type, Value};
use crate::{Language, Options, Rule, check};

static RETENTION: TextRule = TextRule::one_of(&[
    Value {
        value: "month",
        doc: M::ValueGzip,
    },
    Value {
        value: "year",
        doc: M::ValueJson,
    },
]);

/// The v3 request, with one more row at the end of its object.
pub(crate) fn document_with_one_more_row() -> &'static Document {
    let row = Field::new(
        "retention",
        M::LabelRetention,
        Type::Text(&RETENTION),
        "How long trace files are kept. Enumerated values: month, year",
    )
    .doc(M::DocRetention)
    .example("\"year\"");
    let rows = v3::REQUEST.fields.iter().map(|field| match field.ty {
        Type::Object(object) => {
            let rows = object.fields.iter().copied().chain([row]).collect::<Vec<_>>();
            let object = Object::new(object.name, object.page, rows.leak());
            Field {
                ty: Type::Object(Box::leak(Box::new(object))),
                ..*field
            }
        }
        _ => *field,
    });
    let root = Object::new(v3::REQUEST.name, v3::REQUEST.page, rows.collect::<Vec<_>>().leak());
    let old = &v3::CREATE_REQUEST;
    Box::leak(Box::new(Document::new(DocumentParts {
        name: old.name,
        short: old.short,
        title: old.title,
        kind: old.kind,
        version: old.version,
        page: old.page,
        root: Box::leak(Box::new(root)),
        relations: old.relations,
        foreign_fields: &[],
        deprecated: old.deprecated,
        not_json: old.not_json,
    })))
}

#[test]
fn one_more_row_reaches_the_schemas() {
    let document = document_with_one_more_row();
    for &profile in SchemaProfile::ALL {
        let options = SchemaOptions {
            profile,
            ..SchemaOptions::default()
        };
        let schema = json_schema_with(document, &options);
        let at = match profile {
            SchemaProfile::Llm => "/properties/obs_info/anyOf/0/properties/retention/anyOf/0",
            _ => "/properties/obs_info/properties/retention",
        };
        let field = schema.pointer(at).expect("the field is there");
        assert_eq!(field["enum"], json!(["month", "year"]));
        // Structured output knows no examples.
        assert_eq!(field.get("examples").is_none(), profile == SchemaProfile::Llm);
    }
}

#[test]
fn one_more_row_reaches_the_reference() {
    use crate::explain;

    let document = document_with_one_more_row();
    let page = explain::document(document, Language::En);
    assert!(
        page.contains(
            "| `retention` | string | no | How many days traces are kept in the bucket. | `month`: trace files are compressed; `year`: trace files are not compressed |"
        ),
        "{page}"
    );
    let id = document.field_ref("/obs_info/retention").expect("it is a field");
    assert!(explain::field(document, id, Language::En).contains("- `year`: trace files are not compressed\n"));
}

#[test]
fn one_more_row_reaches_the_checker() {
    let options = Options {
        document: Some(document_with_one_more_row()),
        ..Options::default()
    };
    let findings = |value: &str| {
        let body = format!(
            r#"{{"tracker_type": "system", "tracker_name": "system",
                "obs_info": {{"bucket_name": "audit", {value}}}}}"#
        );
        let findings = check(body, &options).findings;
        findings
            .iter()
            .map(|finding| (finding.rule, finding.message(Language::En).into_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(findings(r#""retention": "year""#), []);
    assert_eq!(
        findings(r#""retention": "YEAR""#),
        [(Rule::UnknownValue, "`YEAR` is not a value of `retention`".into())]
    );
    assert_eq!(
        findings(r#""retension": "year""#),
        [(Rule::UnknownField, "unknown field `retension`".into())]
    );
}

#[test]
fn one_more_row_keeps_checker_and_schemas_in_agreement() {
    let document = document_with_one_more_row();
    let judges = Judges::new(document);
    let bodies = bodies(document);
    assert!(bodies.iter().any(|body| body.contains("\"retention\":\"YEAR\"")));
    for body in bodies {
        judges.hold(&body);
    }
}
