//! A request of a file, however it is written there.

use std::borrow::Cow;

use super::mapped::Mapped;
use crate::json::Range;

/// A request and where its parts are in the file.
#[derive(Debug, PartialEq)]
pub(crate) struct Request<'t> {
    /// The method; `None` if the request line starts with the address.
    pub(crate) method: Option<(Cow<'t, str>, Range)>,
    /// The address, which may continue on further lines.
    pub(crate) target: Mapped<'t>,
    /// The request line, up to the end of the first line of the address.
    pub(crate) line: Range,
    /// The value of the header `Content-Type`.
    pub(crate) content_type: Option<Mapped<'t>>,
    /// The word `curl` of a command that says nothing of the type of its data, which is sent as that of a form.
    pub(crate) sends_form: Option<Range>,
    /// The value of the header `Host`, where the address has no host.
    pub(crate) host: Option<String>,
    pub(crate) body: Body<'t>,
    /// Whether the body follows the headers without a blank line.
    pub(crate) is_attached: bool,
    /// Whether it is a curl command, whose text is quoted for a shell.
    pub(crate) is_command: bool,
}

/// Where the body of a request is.
#[derive(Debug, PartialEq)]
pub(crate) enum Body<'t> {
    /// In the file. Without a body it is empty, at the end of the address.
    Here(Mapped<'t>),
    /// In another file: its name.
    Elsewhere(Mapped<'t>),
}
