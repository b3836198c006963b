//! Metadata for forms.

use crate::Language;
use crate::api::DOCUMENTS;
use crate::describe::{Plain, Requirement, form};

#[test]
fn every_field_has_a_label_and_a_hint() {
    for document in DOCUMENTS {
        for field in form(document, Language::En) {
            assert!(!field.label.is_empty(), "{} {}", document.name(), field.path);
            assert!(!field.hint.is_empty(), "{} {}", document.name(), field.path);
        }
    }
}

#[test]
fn encryption_makes_the_key_required() {
    let fields = form(&crate::api::v1::CREATE_REQUEST, Language::En);
    let key = fields.iter().find(|field| field.path == "/kms_id").unwrap();
    assert!(!key.required);
    assert_eq!(
        key.required_when,
        [Requirement {
            path: "/is_support_trace_files_encryption".into(),
            is: Plain::Boolean(true),
        }]
    );
}
