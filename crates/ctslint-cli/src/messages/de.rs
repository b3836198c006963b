//! German. The words for things are those of the library (`messages/de.rs` there).

use ctslint::{ChangeKind, DifferenceKind, FixAvailability, Severity, TopicKind};

use super::cause::cause as cause_of;
use super::id::{Choice, Meaning, Message, Toml};
use crate::failure::{Cause, Failure};

/// A number with its noun.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn files(count: usize) -> String {
    counted(count, "Datei", "Dateien")
}

pub(super) fn text(message: &Message<'_>) -> String {
    use Message as M;
    match *message {
        // Around a finding.
        M::MorePlaces { count } => format!("und {}", counted(count, "weitere Stelle", "weitere Stellen")),
        M::TakenFor { document, reason } => format!("{document}, denn {reason}"),
        M::Document => "Dokument".into(),
        M::Note => "Anmerkung".into(),
        M::Help => "Hilfe".into(),
        M::HelpTitle => "Hilfe".into(),
        M::FixIs { safety } => format!("Korrektur: {safety}"),
        M::See { page } => format!("siehe {page}"),
        M::WouldAnswer { code, meaning: None } => format!("die API würde mit {code} antworten"),
        M::WouldAnswer { code, meaning: Some(meaning) } => format!("die API würde mit {code} antworten: {meaning}"),
        M::SkippedNear { path, reason } => {
            format!("{path}: übersprungen: {reason}; um die Datei zu prüfen, das Dokument mit --as angeben")
        }

        // The closing line, in pieces.
        M::FilesChecked { count, document: None } => format!("{} geprüft", files(count)),
        M::FilesChecked { count, document: Some(document) } => format!("{} als {document} geprüft", files(count)),
        M::Skipped { count } => format!(", {count} übersprungen"),
        M::Excluded { count } => format!(", {count} ausgenommen"),
        M::NotRead { count } => format!(", {count} nicht lesbar"),
        M::NotWritten { count } => format!(", {count} nicht schreibbar"),
        M::NoDocument => {
            ": kein CTS-Dokument; um eine Datei trotzdem zu prüfen, sie selbst und mit --as ihr Dokument angeben".into()
        }
        M::AllClean => ": alles in Ordnung".into(),
        M::NothingRemains { fixed } => format!(": {fixed} korrigiert, nichts mehr offen"),
        M::Remaining { fixed, found, count: _ } => format!(": {fixed} korrigiert, noch offen: {found}"),
        M::Found { found } => format!(": {found}"),
        M::Errors { count } => counted(count, "Fehler", "Fehler"),
        M::Warnings { count } => counted(count, "Warnung", "Warnungen"),
        M::Infos { count } => counted(count, "Hinweis", "Hinweise"),
        M::InFiles { count } => format!(" in {}", files(count)),
        M::Suppressed { count } => format!("; {count} durch Ausnahmen akzeptiert"),
        M::Stop => ".".into(),
        M::CanBeFixed { safe, others: 0 } => format!(" Mit --fix korrigierbar: {safe}."),
        M::CanBeFixed { safe: 0, others } => format!(" Mit --unsafe-fixes korrigierbar: {others}."),
        M::CanBeFixed { safe, others } => {
            format!(" Mit --fix korrigierbar: {safe}, zusätzlich mit --unsafe-fixes: {others}.")
        }
        M::NothingToFix => ": nichts zu korrigieren".into(),
        M::Fixes { count } => format!(": {}", counted(count, "Korrektur", "Korrekturen")),

        // The table in Markdown.
        M::ColumnTitles => "Schweregrad | Stelle | Regel | Befund".into(),
        M::MoreFindings { count } => format!("und {}", counted(count, "weiterer", "weitere")),
        M::RunCounts { files, errors, warnings, infos } => {
            format!("Geprüfte Dateien: {files}, Fehler: {errors}, Warnungen: {warnings}, Hinweise: {infos}.")
        }

        // The rules and fixes in SARIF.
        M::Meaning { meaning } => match meaning {
            Meaning::Settings => "Es geht um die Einstellungen des Projekts, nicht um die API.",
            Meaning::Of(Severity::Error) => "Die API lehnt einen solchen Body ab oder lässt außer Acht, was gemeint war.",
            Meaning::Of(Severity::Warning) => "Die API nimmt das an, aber es ist nutzlos oder riskant.",
            Meaning::Of(Severity::Info) => "Gut zu wissen; am Body ist nichts falsch.",
        }
        .into(),
        M::FixOf { fix } => match fix {
            FixAvailability::None => "Was zu tun ist, muss der Autor entscheiden: Eine automatische Korrektur gibt es nicht.",
            FixAvailability::Safe => "Wo klar ist, was zu tun ist, enthält ein Befund eine Korrektur, die die Bedeutung erhält.",
            FixAvailability::Unsafe => "Ein Befund kann eine Korrektur enthalten, die die Bedeutung ändern kann: erst ansehen, dann anwenden.",
        }
        .into(),
        M::ShowsExamples { name } => format!("`ctslint explain {name}` zeigt Beispiele."),
        M::MayChange { title } => format!("{title} (kann die Bedeutung ändern)"),
        M::WorkingDirectory => "das Arbeitsverzeichnis des Laufs".into(),

        // Titles.
        M::Titled { title, text } => format!("{title}: {text}"),

        // What only the command line can offer.
        M::MendOrAccept => {
            "beheben, was dort gefunden wird, oder es mit `ctslint baseline` neu akzeptieren; `--prune` entfernt diesen Eintrag"
                .into()
        }
        M::RemoveOrPrune => "entfernen oder das `ctslint baseline --prune` überlassen".into(),
        M::NameIt => "angeben, was es ist: `--as v3` für eine v3-Anfrage, `--as v1` für eine v1-Anfrage".into(),
        M::NameList => {
            "angeben, was es ist: `--as v3-list-response` oder `--as v1-query-response` für eine Antwort von v1".into()
        }
        M::WritesRequests { file } => format!("`ctslint translate {file}` schreibt die v3-Anfragen"),
        M::TranslateDoes => "den Body nach v3 übersetzen: das macht `ctslint translate`".into(),
        M::SayHuaweiOrRemoveIt => {
            "geht der Body an die Huawei Cloud, das mit `--provider huawei` angeben; sonst das Feld entfernen".into()
        }
        M::SayHuaweiOrRemoveThem => {
            "geht der Body an die Huawei Cloud, das mit `--provider huawei` angeben; sonst die Felder entfernen".into()
        }
        M::SayHuaweiOrWrite => {
            "geht der Body an die Huawei Cloud, das mit `--provider huawei` angeben; sonst `system` schreiben".into()
        }
        M::SayHuaweiOrWriteAndRemove => {
            "geht der Body an die Huawei Cloud, das mit `--provider huawei` angeben; sonst `system` schreiben und die anderen Felder entfernen"
                .into()
        }
        M::WritesBody { file, has_errors: false } => format!("`ctslint translate {file}` schreibt den v3-Body"),
        M::WritesBody { file, has_errors: true } => {
            format!("sobald seine Fehler behoben sind, schreibt `ctslint translate {file}` den v3-Body")
        }
        M::WithJq { advice, filter, file } => format!("{advice}: `jq -r {filter} {file} | ctslint check -`"),
        M::CheckFile { name, file } => format!("die Datei prüfen: `ctslint check --as {name} {file}`"),

        // Translating.
        M::WouldBeLost { losses, options } => {
            format!("die Übersetzung würde {losses} verlieren; `{options}` nimmt das hin")
        }
        M::AnswerNeedsTarget { reason } => {
            format!("das ist eine Antwort; `--to v3-update` oder `--to v3` macht daraus eine Anfrage ({reason})")
        }
        M::DataTracker => {
            "das ist ein Daten-Tracker, den es nur in der Huawei Cloud gibt: `--provider huawei` behält ihn".into()
        }
        M::ChooseTracker { list } => format!("{list}; `--name NAME` wählt einen davon"),
        M::CantTranslate { name, why } => format!("`{name}` lässt sich nicht übersetzen: {why}"),
        M::FixMends { name, count } => format!("`ctslint check --fix {name}` behebt {count} dieser Fehler."),
        M::FilesTranslated { done, all, place, skipped } => {
            let count = match done == all {
                true => files(all),
                false => format!("{done} von {}", files(all)),
            };
            let place = place.map_or(String::new(), |place| format!(" nach `{place}`"));
            let skipped = match skipped {
                0 => String::new(),
                skipped => format!(", {skipped} übersprungen"),
            };
            format!("{count}{place} übersetzt{skipped}.")
        }
        M::Kept => "bleibt".into(),
        M::Change { kind } => match kind {
            ChangeKind::Moved => "verschoben",
            ChangeKind::Added => "neu",
            ChangeKind::Dropped => "entfällt",
            ChangeKind::Lost => "verloren",
        }
        .into(),

        // Comparing.
        M::Compared { request, answer, tracker } => format!("{request} verglichen mit {answer}, Tracker `{tracker}`"),
        M::Difference { kind } => match kind {
            DifferenceKind::Set => "gesetzt",
            DifferenceKind::Changed => "geändert",
            DifferenceKind::Reset => "zurückgesetzt",
            DifferenceKind::Open => "offen",
            DifferenceKind::Unchanged => "unverändert",
        }
        .into(),
        M::SetOrChanged { count } => format!("{count} gesetzt oder geändert"),
        M::Reset { count } => format!("{count} zurückgesetzt"),
        M::Open { count } => format!("{count} offen"),
        M::Unchanged { count } => format!("{count} unverändert"),
        M::NothingWouldChange => "Es würde sich nichts ändern.".into(),
        M::CantCompare { request, answer, why } => format!("{request} lässt sich nicht mit {answer} vergleichen: {why}"),

        // Explaining and listing.
        M::Topics { kind } => match kind {
            TopicKind::Rule => "Regeln",
            TopicKind::Document => "Dokumente",
            TopicKind::Name => "Namen von Feldern",
            TopicKind::Field => "Felder",
            TopicKind::ForeignField => "Felder, die es an ihrer Stelle nicht gibt",
            TopicKind::ApiError => "Fehlercodes der API",
            TopicKind::HttpStatus => "Statuscodes der API",
            _ => "Sonstiges",
        }
        .into(),
        M::MoreCases { name } => format!("Weitere Fälle: `ctslint explain {name} --all`"),
        M::ExplainLists => "`ctslint explain` zeigt, was sich erklären lässt".into(),
        M::DidYouMean { names } => format!("war {names} gemeint?"),
        M::NoFix => "keine Korrektur".into(),
        M::SafeFix => "sichere Korrektur".into(),
        M::UnsafeFix => "unsichere Korrektur".into(),
        M::OffUnlessConfigured => "; nur aktiv, wenn konfiguriert".into(),

        // What applies to a file.
        M::Configuration => "Konfiguration".into(),
        M::Suppressions => "Ausnahmen".into(),
        M::Policy { field } => format!("Richtlinie {field}"),
        M::At { pointer } => format!("bei {pointer}"),
        M::None => "keine".into(),
        M::EntriesForFile { path, count } => {
            format!("{path}, {} für diese Datei", counted(count, "Eintrag", "Einträge"))
        }
        M::ToldFromContent => "am Inhalt erkannt".into(),

        // The baseline.
        M::EntriesAdded { count, path } => {
            format!("{} in `{path}` ergänzt.", counted(count, "Eintrag", "Einträge"))
        }
        M::EntriesDropped { count, path } => {
            format!("{} aus `{path}` entfernt.", counted(count, "Eintrag", "Einträge"))
        }
        M::NothingToAccept => "nichts zu akzeptieren.".into(),
        M::NothingToDrop => "nichts zu entfernen.".into(),
        M::CantBeSuppressed { count } => format!(
            "Für {} ist keine Ausnahme möglich; was zu beheben ist, zeigt `ctslint check`.",
            counted(count, "Befund", "Befunde")
        ),

        // Names of places.
        M::CurrentFolder => "der aktuelle Ordner".into(),
        M::StandardInput => "die Standardeingabe".into(),
        M::StandardOutput => "die Standardausgabe".into(),
        M::ToStandardOutput => "auf die Standardausgabe".into(),
        M::ToStandardError => "auf die Standardfehlerausgabe".into(),

        // Mistakes in settings.
        M::NoKey { name } => format!("den Schlüssel `{name}` gibt es nicht"),
        M::NoRule { name } => format!("die Regel `{name}` gibt es nicht"),
        M::RulesListsThem => "`ctslint rules` zeigt alle".into(),
        M::Write { text } => format!("{text} schreiben"),
        M::ItemOf { name } => format!("ein Element von {name}"),
        M::MustBe { name, want, got } => format!("{name} muss {} sein, ist aber {}", toml(want), toml(got)),
        M::MissingFrom { key, name } => format!("`{key}` fehlt in {name}"),
        M::AddKey { key } => format!("`{key} = …` ergänzen"),
        M::WriteDate => "ohne Anführungszeichen schreiben: `2027-01-31`".into(),
        M::TooManyEntries { name, most, count } => format!("{name} erlaubt höchstens {most} Einträge, hier sind es {count}"),
        M::TooManyBytes { name, most, count } => format!("{name} erlaubt höchstens {most} Bytes, hier sind es {count}"),
        M::IsNone { text, of } => format!("`{text}` ist {}", choice(of)),
        M::LeadsOut => "das führt aus dem Ordner der Datei hinaus und passt auf nichts".into(),
        M::PutFurtherUp => "in eine Datei weiter oben schreiben".into(),
        M::PutFurtherUpOrName => "in eine Datei weiter oben schreiben oder diese mit `--config` angeben".into(),
        M::NoHash { text } => format!("`{text}` ist kein Hash eines Werts"),
        M::HashLooks => "`fnv1a:` und 16 Hexadezimalziffern".into(),
        M::LeaveOutOrBaseline => "weglassen oder von `ctslint baseline` schreiben lassen".into(),
        M::MustNotBeEmpty { name } => format!("{name} darf nicht leer sein"),
        M::NoPointer { text } => format!("`{text}` ist kein JSON Pointer"),
        M::TildeIs => "ein `~` in einem Namen heißt `~0`, ein `/` heißt `~1`".into(),
        M::NoGlob { text } => format!("`{text}` ist kein Glob"),
        M::NoPlainField { text } => format!("kein Dokument hat ein einfaches Feld `{text}`"),
        M::NameField => "ein Feld angeben, das eine Zeichenkette, eine Zahl oder einen Wahrheitswert enthält: `bucket_name` oder `/obs_info/bucket_name`".into(),
        M::NoPattern => "dieses Muster ist kein regulärer Ausdruck".into(),
        M::EmptyPath => "ein leerer Pfad passt auf nichts".into(),
        M::WriteEverything => "für alles `**` schreiben".into(),
        M::PathStart { start } => format!("ein Pfad beginnt nicht mit `{start}`"),
        M::PathsAreRelative => "Pfade sind relativ zum Ordner dieser Datei".into(),
        M::OneSlash => "ein Pfad hat ein einziges `/` zwischen zwei Namen".into(),
        M::NoDot => "ein Pfad hat kein `.` unter seinen Namen".into(),
        M::NoDotDot => "ein Pfad hat kein `..` hinter einem Namen".into(),
        M::NameFolder => "den Ordner selbst angeben".into(),
        M::PathEnd => "ein Pfad endet nicht mit `/`".into(),
        M::AllInFolder { folder } => format!("für alles darin `{folder}/**` schreiben"),
        M::ForWholeFiles { key } => format!("`{key}` gilt für ganze Dateien, dieser Abschnitt aber nur für einige Felder"),
        M::WithoutPointers => "in einen Abschnitt ohne `pointers` schreiben".into(),
        M::SetsNothing => "dieser Abschnitt stellt nichts ein".into(),
        M::AddRules => "`rules`, `as` oder `provider` ergänzen".into(),
        M::NoPlainFieldOf { text, document } => format!("`{text}` ist kein einfaches Feld von {document}"),
        M::PatternTakesMuch => "dieses Muster bräuchte mehr als 4 MiB Speicher".into(),
        M::RepeatLess => "weniger wiederholen und kleinere Klassen verwenden: `[a-z]` ist viel kleiner als `\\w`".into(),
        M::GlobsTooLarge => "diese Globs sind zusammen zu groß".into(),
        M::FirstOfThem => "der erste davon".into(),
        M::NameFolders => "Ordner mit `folder/**` angeben und weniger Platzhalter verwenden".into(),
        M::TwiceHere => "dieser Eintrag steht hier zweimal".into(),
        M::FirstInLine { line } => format!("der erste steht in Zeile {line}"),
        M::KeepOne => "nur einen davon behalten".into(),
        M::NotSuppressible { rule } => format!("für `{rule}` ist keine Ausnahme möglich"),
        M::MendIt => "beheben, was die Regel meldet".into(),
        M::ValueNeedsPointer => "ein Wert gehört zum `pointer` eines Felds".into(),
        M::AddPointer => "den Pointer ergänzen oder `value` weglassen".into(),
        M::MoreMistakes { count } => format!("und {}", counted(count, "weiterer", "weitere")),
    }
}

fn toml(value: Toml) -> &'static str {
    match value {
        Toml::String => "eine Zeichenkette",
        Toml::Number => "eine Zahl",
        Toml::Boolean => "ein Wahrheitswert",
        Toml::DateOrTime => "ein Datum oder eine Uhrzeit",
        Toml::Date => "ein Datum",
        Toml::List => "eine Liste",
        Toml::Table => "eine Tabelle",
        Toml::Tables => "eine Reihe von Tabellen",
        Toml::ListOfTables => "eine Liste von Tabellen",
        Toml::Severities => "eine Tabelle von Regeln und Schweregraden",
    }
}

fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Threshold => "keine Schwelle",
        Choice::Document => "kein Dokument",
        Choice::Provider => "kein Anbieter",
        Choice::Pack => "kein Regelsatz",
        Choice::Severity => "kein Schweregrad",
        Choice::Rule => "keine Regel",
    }
}

pub(super) fn failure(failure: &Failure) -> String {
    use Failure as F;
    match failure {
        F::Read { path, source } => format!("`{path}` lässt sich nicht lesen: {}", cause_of(source, cause)),
        F::Settings { path, count: 1, shown } => format!("`{path}` enthält einen Fehler\n{shown}"),
        F::Settings { path, count, shown } => format!("`{path}` enthält {count} Fehler\n{shown}"),
        F::LeftOut { count } => format!(
            "keine Datei zu prüfen: die Konfiguration nimmt {} aus",
            counted(*count, "gefundene Datei", "gefundene Dateien")
        ),
        F::Write { path, source } => format!("{path} lässt sich nicht schreiben: {}", cause_of(source, cause)),
        F::WriteToInput { path } => format!("`{path}` wird nicht überschrieben: es ist eine der zu prüfenden Dateien"),
        F::WriteToSettings { path } => {
            format!(
                "`{path}` wird nicht überschrieben: dort stehen Einstellungen; den Bericht in eine andere Datei schreiben"
            )
        }
        F::WriteTwice { path } => format!("zwei Berichte an eine Stelle sind nicht möglich: {path}"),
        F::NoCommand { name, known } => format!("den Befehl `{name}` gibt es nicht; es gibt {known}"),
        F::NoMatch { paths } => {
            format!("keine passende Datei: {paths} enthält keine *.json, *.jsonc, *.http oder *.rest")
        }
        F::Exists { path } => format!("{path} gibt es schon; --force überschreibt die Datei"),
        F::SameName { path } => format!("{path} wurde schon für eine andere der Dateien geschrieben"),
        F::WriteIntoSource { path } => {
            format!("in `{path}` wird nichts geschrieben: es liegt in dem Ordner, der übersetzt wird")
        }
        F::ManyBodies => {
            "mehrere Dateien lassen sich nicht an eine Stelle übersetzen; mit --out-dir in einen Ordner schreiben"
                .into()
        }
        F::StdinTwice => "nur einer der Texte kann von der Standardeingabe kommen".into(),
        F::NothingToExplain { name, hint } => format!("nichts heißt `{name}`; {hint}"),
        F::StdinNotRead => {
            "--stdin-filename benennt, was von der Standardeingabe kommt; um sie zu lesen, `-` ergänzen".into()
        }
    }
}

pub(super) fn cause(cause: &Cause) -> String {
    let settings = |what: &str| format!("es ist {what}; entfernen oder mit --isolated ohne Einstellungen prüfen");
    match cause {
        Cause::NoSuchFile => "die Datei gibt es nicht".into(),
        Cause::Folder => "es ist ein Ordner".into(),
        Cause::NotPermitted => "keine Berechtigung".into(),
        Cause::Device => "es ist ein Gerät".into(),
        Cause::NoWriter => "es ist eine Pipe, in die niemand schreibt".into(),
        Cause::NoRegularFile => "es ist keine reguläre Datei".into(),
        Cause::BrokenLink => "es ist ein Link, der ins Leere führt".into(),
        Cause::LargerThan(limit) => format!("es ist größer als {limit}"),
        Cause::NotUtf8 => "es ist kein UTF-8".into(),
        Cause::ReadOnly => "es ist schreibgeschützt".into(),
        Cause::HardLink => "es hat noch einen Namen (einen Hardlink), der den alten Inhalt behielte".into(),
        Cause::Changed => "es wurde geändert, seit es gelesen wurde".into(),
        Cause::SettingsAreFolder => settings("ein Ordner"),
        Cause::SettingsAreNoFile => settings("keine reguläre Datei"),
        Cause::SettingsAreBrokenLink => settings("ein Link, der ins Leere führt"),
    }
}
