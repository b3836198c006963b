//! Moves what an answer says of a tracker into a v3 request.

use std::borrow::Cow;

use super::mover::Mover;
use super::notification::{replace, says_something};
use super::request::drop_usual;
use crate::api::answers::{DATA_ONLY, MAPPINGS, OTHERS_LOST, SYSTEM_ONLY};
use crate::api::v1;
use crate::check::{equals_scalar, member_of, value_at};
use crate::json::{Kind, Value};
use crate::messages::MessageId as M;
use crate::model::{FromAnswer, Scalar};

/// Whether the tracker is one for data, which only Huawei Cloud has.
pub(super) fn is_data_tracker(tracker: Value<'_, '_>) -> bool {
    member_of(tracker, "tracker_type").is_some_and(|kind| equals_scalar(kind, Scalar::Text("data")))
}

/// Moves the members of an answer about this tracker.
pub(super) fn translate<'t>(mover: &mut Mover<'_, 't>, tracker: Value<'_, 't>) {
    for added in v1::ADDED {
        if member_of(tracker, added.to.name()).is_none() {
            mover.add_required(added);
        }
    }
    let bucket = ["/obs_info/bucket_name", "/bucket_name"]
        .into_iter()
        .find_map(|pointer| value_at(tracker, pointer));
    let mut answer = Answer {
        mover,
        tracker,
        is_data: is_data_tracker(tracker),
        has_bucket: bucket.is_some_and(says_something),
    };
    for member in tracker.members() {
        let name = member.key.text();
        let pointer = format!("/{name}");
        if let Some(retired) = v1::RETIRED.iter().find(|retired| retired.name == name) {
            replace(answer.mover, retired, member.value);
            continue;
        }
        let holds = |from: &str| from.strip_prefix(&*pointer).is_some_and(|rest| rest.starts_with('/'));
        if member.value.kind() == Kind::Object && MAPPINGS.iter().any(|row| holds(row.from)) {
            let mut is_empty = true;
            for inner in member.value.members() {
                is_empty = false;
                answer.follow(&format!("{pointer}/{}", inner.key.text()), inner.value);
            }
            if is_empty {
                answer.mover.drops(&pointer, M::ReasonSaysNothing);
            }
        } else {
            answer.follow(&pointer, member.value);
        }
    }
    answer.complete();
}

/// An answer that becomes a request.
struct Answer<'m, 'o, 'a, 't> {
    mover: &'m mut Mover<'o, 't>,
    tracker: Value<'a, 't>,
    is_data: bool,
    /// Whether traces are transferred.
    has_bucket: bool,
}

impl<'t> Answer<'_, '_, '_, 't> {
    /// Applies the mapping of a member.
    fn follow(&mut self, from: &str, value: Value<'_, 't>) {
        let row = MAPPINGS.iter().find(|row| row.from == from);
        match row.map(|row| &row.to) {
            None => self.mover.drops_unknown(from),
            Some(FromAnswer::Nowhere(reason)) => self.mover.drops(from, *reason),
            Some(FromAnswer::Usual { usual, reason }) => {
                let is_usual = equals_scalar(value, *usual);
                drop_usual(self.mover, from, value, self.tracker, is_usual, *reason);
            }
            Some(FromAnswer::Field(to)) => self.set(from, to, value),
        }
    }

    /// Moves a setting to its place, if the request can have it.
    fn set(&mut self, from: &str, to: &str, value: Value<'_, 't>) {
        let is_update = self.mover.target.is_update();
        let is_true = value.kind() == Kind::True;
        let of_other_type = if self.is_data { SYSTEM_ONLY } else { DATA_ONLY };
        let is_encrypted = || {
            let encryption = value_at(self.tracker, "/is_support_trace_files_encryption");
            encryption.is_some_and(|encryption| encryption.kind() == Kind::True)
        };
        let reason = match to {
            _ if value.kind() == Kind::Null => M::ReasonSaysNothing,
            _ if self.mover.written(to).is_some() => M::ReasonWrittenAlready,
            _ if of_other_type.contains(&to) => M::ReasonOtherType,
            "/status" => return self.mover.status(value),
            "/kms_id" if !is_encrypted() => M::ReasonEncryptionOff,
            "/obs_info/is_obs_created" if is_true => M::ReasonCtsMadeBucket,
            _ if to.starts_with("/obs_info/") && !is_update && !self.has_bucket => M::ReasonNoTransfer,
            "/agency_name" if !says_something(value) => M::ReasonSaysNothing,
            _ => return self.move_or_lose(from, to, value),
        };
        self.mover.drops(from, reason);
    }

    fn move_or_lose(&mut self, from: &str, to: &str, value: Value<'_, 't>) {
        let Some(to) = self.mover.target.field_ref(to) else {
            return match OTHERS_LOST
                .iter()
                .find(|loss| loss.fields.iter().any(|field| from.ends_with(field)))
            {
                Some(loss) if says_something(value) => self.mover.loses(from, loss),
                _ => self.mover.drops(from, M::ReasonSaysNothing),
            };
        };
        // v1 answers with a string where v3 has a number.
        let digits = value
            .plain()
            .filter(|text| to.name() == "bucket_lifecycle" && text.bytes().all(|byte| byte.is_ascii_digit()));
        self.mover.moves(from, to, Cow::Borrowed(digits.unwrap_or(value.raw())));
    }

    /// Adds what the request needs beyond the answer.
    fn complete(&mut self) {
        const BUCKET: &str = "/obs_info/bucket_name";
        const CREATED: &str = "/obs_info/is_obs_created";
        if self.mover.target.is_update() && self.mover.written(BUCKET).is_none() {
            self.mover.add(BUCKET, Scalar::Text(""), M::ReasonTransferIsOff);
        }
        if self.has_bucket && self.mover.written(CREATED).is_none() {
            self.mover.add(CREATED, Scalar::Boolean(false), M::ReasonBucketIsThere);
        }
    }
}
