//! The bodies that the benchmarks read.

/// A tracker as it is written in the reference: 237 bytes, nothing wrong with it.
pub const VALID: &str = include_str!("../bodies/valid.json");
/// The same with three mistakes.
pub const THREE_FINDINGS: &str = include_str!("../bodies/three-findings.json");
/// A body of the same kind with ten mistakes.
pub const TEN_FINDINGS: &str = include_str!("../bodies/ten-findings.json");

/// A kind of body that can be made as large as one likes.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What it is made of.
    pub name: &'static str,
    open: &'static str,
    /// What is repeated, and what stands between two of them.
    part: fn(usize) -> String,
    between: &'static str,
    close: &'static str,
}

/// The shapes whose growth is measured.
pub const SHAPES: &[Shape] = &[
    Shape {
        name: "[1,1,…]",
        open: "[",
        part: |_| "1".into(),
        between: ",",
        close: "]",
    },
    Shape {
        name: "white space",
        open: "{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"is_lts_enabled\": ",
        part: |_| "  \n".into(),
        between: "",
        close: "true}",
    },
    Shape {
        name: "a long string",
        open: "{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"obs_info\": {\"bucket_name\": \"",
        part: |_| "acme-traces".into(),
        between: "-",
        close: "\"}}",
    },
    Shape {
        name: "a long string of wrong characters",
        open: "{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"obs_info\": {\"bucket_name\": \"",
        part: |_| "_".into(),
        between: "",
        close: "\"}}",
    },
    Shape {
        name: "an unknown field that holds objects",
        open: "{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"x\": [",
        part: |_| VALID.trim_end().into(),
        between: ", ",
        close: "]}",
    },
    Shape {
        name: "unknown fields",
        open: "{\"tracker_type\": \"system\", \"tracker_name\": \"system\", ",
        part: |number| format!("\"field {number}\": true"),
        between: ", ",
        close: "}",
    },
    Shape {
        name: "text errors",
        open: "{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"x\": [",
        part: |_| "'a'".into(),
        between: ",, ",
        close: "]}",
    },
];

impl Shape {
    /// A body of this shape, of about `size` bytes.
    #[must_use]
    pub fn body(&self, size: usize) -> String {
        let mut body = String::with_capacity(size + 512);
        body.push_str(self.open);
        body.push_str(&(self.part)(0));
        let mut number = 1;
        while body.len() + self.close.len() < size {
            body.push_str(self.between);
            body.push_str(&(self.part)(number));
            number += 1;
        }
        body.push_str(self.close);
        body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_have_the_findings_that_they_are_named_for() {
        let findings = |body: &str| ctslint::check(body, &ctslint::Options::default()).findings.len();
        assert_eq!(findings(VALID), 0);
        assert_eq!(findings(THREE_FINDINGS), 3);
        assert_eq!(findings(TEN_FINDINGS), 10);
    }

    #[test]
    fn shapes_are_as_large_as_asked_for() {
        for shape in SHAPES {
            let length = shape.body(10_000).len();
            assert!((10_000..10_500).contains(&length), "{}: {length}", shape.name);
        }
    }
}
