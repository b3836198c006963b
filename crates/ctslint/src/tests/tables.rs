//! What the compiler cannot hold of the tables.

use crate::Language;
use crate::api::{DOCUMENTS, api_error, v1, v3};
use crate::model::Rule;
use crate::model::{Field, Type};

fn fields() -> impl Iterator<Item = (String, &'static Field)> {
    let of_documents = DOCUMENTS.iter().flat_map(|document| {
        document.fields().map(|id| {
            let pointer = format!("{}:{}", document.name(), id.pointer());
            (pointer, id.row().field)
        })
    });
    of_documents.chain(
        v1::PATH
            .fields
            .iter()
            .map(|field| (format!("path:{}", field.name), field)),
    )
}

#[test]
fn every_row_is_complete() {
    for (pointer, field) in fields() {
        assert!(!field.label.text(Language::En).is_empty(), "{pointer} has no label");
        let doc = field.doc.map(|doc| doc.text(Language::En)).unwrap_or_default();
        assert!(doc.ends_with('.'), "{pointer} has no documentation");
        assert!(!field.sentence.is_empty(), "{pointer} has no sentence");
        let is_object = matches!(field.ty, Type::Object(_) | Type::List);
        assert!(
            is_object != field.example.is_some(),
            "{pointer}: plain fields have an example, objects none"
        );
    }
}

#[test]
fn quotes_are_part_of_the_sentence_of_their_row() {
    for (pointer, field) in fields() {
        let (Type::Text(rule) | Type::Texts(rule)) = field.ty else {
            continue;
        };
        let mut quotes: Vec<&str> = Vec::new();
        quotes.extend(rule.length.as_ref().map(|length| length.quote));
        let sets = rule
            .characters
            .iter()
            .flat_map(|set| std::iter::once(set).chain(set.first));
        quotes.extend(sets.map(|set| set.quote));
        for quote in quotes {
            assert!(field.sentence.contains(quote), "{pointer}: {quote}");
        }
    }
}

#[test]
fn every_error_code_is_known() {
    let of_fields = fields()
        .flat_map(|(_, field)| [field.api_error, field.missing_error])
        .flatten();
    let of_relations = DOCUMENTS
        .iter()
        .flat_map(|document| document.all_relations())
        .filter_map(|relation| relation.api_error);
    let of_documents = DOCUMENTS.iter().filter_map(|document| document.not_json);
    for code in of_fields.chain(of_relations).chain(of_documents) {
        let known = api_error(code).unwrap_or_else(|| panic!("{code} is not in the list of errors"));
        assert!(known.foreseeable, "{code} is reported, so it can be foreseen");
    }
}

#[test]
fn strangers_are_no_fields() {
    for document in DOCUMENTS {
        for foreign_field in document.foreign_fields {
            let pointer = match foreign_field.within {
                Some(object) => format!("/{object}/{}", foreign_field.name),
                None => format!("/{}", foreign_field.name),
            };
            assert!(
                document.field_ref(&pointer).is_none(),
                "{pointer} is a field of {document:?}"
            );
        }
    }
}

#[test]
fn the_pointer_of_a_field_leads_to_it() {
    for document in DOCUMENTS {
        for id in document.fields() {
            let pointer = id.pointer();
            assert_eq!(document.field_ref(&pointer), Some(id), "{pointer} of {document:?}");
            for other in [format!("{pointer}/"), format!("{pointer}/x/y"), pointer[1..].to_owned()] {
                assert_eq!(document.field_ref(&other), None, "{other} of {document:?}");
            }
        }
        assert_eq!(document.field_ref(""), None);
    }
}

#[test]
fn strangers_are_of_one_kind_each() {
    for document in DOCUMENTS {
        let mut names: Vec<_> = document.foreign_fields.iter().map(|it| (it.within, it.name)).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), document.foreign_fields.len(), "{}", document.name());
    }
}

#[test]
fn only_values_name_a_field_beside_them() {
    for object in [&v1::REQUEST, &v3::REQUEST] {
        for only in object.fields.iter().filter_map(|field| field.only.as_ref()) {
            assert!(object.index(only.beside).is_some(), "{}", only.beside);
        }
    }
}

#[test]
fn names_of_documents_and_rules_are_unique() {
    let mut names: Vec<_> = DOCUMENTS
        .iter()
        .flat_map(|d| [Some(d.name()), d.short_name()])
        .flatten()
        .collect();
    names.extend(Rule::ALL.iter().map(|rule| rule.name()));
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn every_row_of_both_pages_is_there() {
    // Counted on the pages: for creates v1 tables 2 to 4 and 5 to 7, v3 tables 2 and 3, 4 to 7, and 8. v1's response has two
    // rows more, the object that only its example has; v3's has one more, the field that Table 5 belongs to. For updates and
    // queries v1 tables 2 and 3, v3 tables 2 and 3, and 3.
    let counts: Vec<_> = DOCUMENTS.iter().map(|document| document.fields().count()).collect();
    let of_v1 = [7 + 3 + 1, 14 + 5 + 3 + 2, 8 + 3 + 1, 14];
    let of_v3 = [5 + 5, 11 + 1 + 3 + 8 + 1, 6 + 5, 1];
    let of_huawei = [11 + 1 + 6 + 2, 12 + 1 + 6 + 2];
    let on_the_pages = [&of_v1[..], &of_v3[..], &of_huawei, &[2]].concat();
    // A page may gain rows, but none is lost.
    assert_eq!(counts.len(), on_the_pages.len());
    assert!(
        counts.iter().zip(on_the_pages).all(|(count, page)| *count >= page),
        "{counts:?}"
    );
}
