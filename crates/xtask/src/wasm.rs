use crate::shell::{self, Outcome};
use wasm_bindgen_cli_support::Bindgen;

pub(crate) fn bind(input: &std::path::Path, out: &std::path::Path) -> Outcome {
    let mut b = Bindgen::new();
    b.input_path(input)
        .bundler(true)
        .map_err(|e| e.to_string())?
        .typescript(false)
        .omit_default_module_path(true)
        .out_name("core")
        .remove_name_section(false)
        .remove_producers_section(true);
    b.generate(out).map_err(|e| e.to_string())?;
    let _ = shell::root();
    Ok(())
}
