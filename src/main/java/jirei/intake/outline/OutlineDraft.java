package jirei.intake.outline;

import jirei.cases.SectionKind;

/**
 * A section of an outline. Immutable.
 *
 * @param id the section id, unique in its case
 * @param kind the kind of section
 * @param heading the heading; may be empty
 * @param parent the id of the parent section; empty for none
 * @param text the text, one paragraph per line; may be empty
 * @param hasParts whether it has subsections
 * @param place the position of its first block in the document, from 1
 * @param lastPlace the position of its last block
 */
record OutlineDraft(
        String id,
        SectionKind kind,
        String heading,
        String parent,
        String text,
        boolean hasParts,
        int place,
        int lastPlace) {}
