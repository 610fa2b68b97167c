//! The texts on controls, in tables and for screen readers, in one language.
//!
//! This module is the only list of labels. The loader requires exactly these labels in `labels.toml`, and a name for
//! each member of some closed sets. `load/labels.rs` lists these sets.

use std::collections::BTreeMap;
use vocabulary::Vocabulary;

macro_rules! labels {
    ($($group:ident: $type:ident { $($label:ident,)+ })+) => {
        /// The labels of an edition.
        #[derive(Debug, Default)]
        pub struct Labels {
            $(#[doc = concat!("The table `[", stringify!($group), "]`.")] pub $group: $type,)+
            /// The names of members of closed sets, by table and word.
            pub(crate) members: BTreeMap<(&'static str, &'static str), String>,
        }

        $(
            #[doc = concat!("The labels in the table `[", stringify!($group), "]` of `labels.toml`.")]
            #[derive(Debug, Default)]
            pub struct $type { $(#[doc = concat!("The label `", stringify!($label), "`.")] pub $label: String,)+ }
        )+

        impl Labels {
            /// Returns every label, with the name of its table and its own name. The loader fills the labels in.
            pub(crate) fn fields(&mut self) -> Vec<(&'static str, &'static str, &mut String)> {
                vec![$($((stringify!($group), stringify!($label), &mut self.$group.$label),)+)+]
            }
        }
    };
}

labels! {
    site: SiteLabels { language, languages, locale, section, tags, name, kicker, skip, published, reviewed, changed, read_up_to, failed, contents, parts, back, all_pages, in_full, no_place, top, }
    share: ShareLabels {
        tab, vote_title, vote_description,
        open, figure, title, copy, copied, refused, native, field, code, code_title, close, link_to, quote,
        whole, roll_call, text, compared, against, year, count, bodies, timeline, stand_out, depth, cards, closed,
        and, comma, then, quoted,
    }
    search: SearchLabels { open, title, field, person, statement, passage, voice, event, resolution, country, term, source, found, first, nothing, failed, }
    embed: EmbedLabels {
        whole, sources, how, how_text, part, all, votes, language, theme, auto, light, dark, width, full, preview,
        frame, frame_text, element, element_text, wordpress, wordpress_text, amp, amp_text, copy, copied, address, more, figure, figures, data,
    }
    missing: MissingLabels { title, text, }
    date: DateLabels { day, month, year, span, around, months, }
    masthead: MastheadLabels { hide_readings, }
    depth: DepthLabels { legend, brief, standard, everything, minutes, elsewhere, }
    lead: LeadLabels { opening, figure_title, figure_caption, standing, laid_down, japan, union, alone, }
    shift: ShiftLabels {
        finding, run, instruction, key, show_year, geneva, new_york, no_text, year, table, table_caption,
        comparison, aspect, before, after, outcome, changed, same, again, words, role_in, from_year,
    }
    why: WhyLabels { own_words, marked, translated, own_translation, inferred, reactions, reasons_title, reasons_caption, reasons_hint, reasons_none, reasons_words, reasons_unquoted, decisive, decisive_none, }
    abductions: AbductionsLabels {
        open, hint, numbers_title, numbers_instruction, numbers_legend, numbers_text, numbers_aside, numbers_apart, numbers_of, numbers_mind, numbers_lists, numbers_limit,
        numbers_overlap, names_title, names_caption, names_hint, missing_since, counted, admitted, not_returned, case_on_timeline, coast_title, coast_off, coast_spoken, coast_caption, people, name, figures, figure, means, says,
        at_most, at_least, police_title, police_text, police_caption, police_grew, police_shrinks, police_spoken,
    }
    history: HistoryLabels {
        open, hint, resolutions, caption, date, symbol, adopted, japan, wrote, new,
        without_vote, share, one_source, filter, guess, guess_said, guess_was, guess_result, answer, explore, explore_text, resolution, country,
        no_country, suggested, not_member, tiles, nothing_read, against, nothing, nobody, remove, ballot_of, no_roll, details, ballots,
        vote_finding, compare, votes, strips_title, strips_text, strips_hint, strips_caption, strips_without, strips_since, note_on, tile_codes,
        geneva_title, geneva_text, geneva_members,
    }
    events: EventLabels {
        open, landmarks, threads, chart_title, chart_caption, after, since,
        only, years, all_years, until, from_on, from, to, previous, next, shown, nothing, keys,
    }
    article: ArticleLabels {
        open, summary, overview, statement, headline, squares, written_as_fact, words,
        instruction, kind, verdict, speaker, all, stand_out,
    }
    pictures: PictureLabels {
        vote_title, vote, counted, government, officials, others, half, consensus, gives, stroke, dot, event, landmark, decided, plates_alt, stairs_alt, comparison_alt, reasons_alt, names_alt, coast_alt, lists_alt, counts_alt, police_alt,
        patterns_alt, geneva_alt, timeline_alt, article_alt, what_next_alt, vote_alt,
    }
    words: WordsLabels { definition, eras, }
    sources: SourcesLabels { entry, with_date, with_note, rests, rests_count, opened, cited, all, copy, archived, read, }
    corrections: CorrectionLabels { title, none, entry, see, newer, keep, }
    footer: FooterLabels { publisher, author, contact, take, print, print_everything, offline, data, cite, feed, licence, }
    editions: EditionLabels { print, print_text, offline, offline_text, roll_calls, roll_calls_text, frozen, current, }
    data: DataLabels {
        title, description, text, files, rows, size, sum, json, schema, sums, check, dictionary, dictionary_text, column, kind,
        meaning, text_kind, number_kind, decimal_kind, date_kind, address_kind, list_kind, one_of, several_of, optional,
    }
    cite: CiteLabels { title, description, text, plain, plain_text, bibtex, csl, versions, versions_text, }
}

impl Labels {
    /// Returns the name of a member of a closed set. Returns an empty text if the members of the set have no names.
    pub fn word<T: Vocabulary>(&self, member: T) -> &str {
        self.members.get(&(T::TABLE, member.word())).map_or("", String::as_str)
    }
}
