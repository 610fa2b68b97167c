//! Minifies scripts.

use oxc::{
    allocator::Allocator,
    codegen::{Codegen, CodegenOptions, CommentOptions},
    minifier::{CompressOptions, MangleOptions, ManglePropertiesOptions, ManglePropertyCache, Minifier, MinifierOptions},
    parser::Parser,
    span::SourceType,
};
use oxc_compat::EngineTargets;
use std::error::Error;

/// The version of JavaScript that browsers of 2020 support. The minifier introduces no newer syntax.
const LANGUAGE: &str = "es2020";

/// Minifies a script. Properties whose names match the regular expression `properties` get short names. Returns the
/// minified script, and a map from the old names to the short names.
///
/// # Errors
/// Fails if the script or the expression cannot be parsed.
pub(crate) fn minify(script: &str, kind: SourceType, properties: Option<&str>) -> Result<(String, ManglePropertyCache), Box<dyn Error>> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, kind).parse();
    if let Some(error) = parsed.diagnostics.first() {
        return Err(error.to_string().into());
    }
    let mut program = parsed.program;
    let options = MinifierOptions {
        mangle: Some(MangleOptions { top_level: Some(kind.is_module()), ..MangleOptions::default() }),
        mangle_properties: properties.map(ManglePropertiesOptions::from_pattern).transpose()?,
        compress: Some(CompressOptions { target: EngineTargets::from_target(LANGUAGE)?, ..CompressOptions::smallest() }),
    };
    let minified = Minifier::new(options).minify(&allocator, &mut program);
    let options = CodegenOptions { minify: true, comments: CommentOptions::disabled(), ..CodegenOptions::default() };
    let code = Codegen::new().with_options(options).with_scoping(minified.scoping).build(&program).code;
    Ok((code.to_string(), minified.property_mangle_cache.unwrap_or_default()))
}
