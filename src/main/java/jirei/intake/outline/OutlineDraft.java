package jirei.intake.outline;

import jirei.cases.SectionKind;

/**
 * A section of an outline.
 *
 * @param parent the id of the main section it stands in; empty where it stands in none
 * @param hasParts whether subsections stand in it
 * @param place where it begins in the document
 */
record OutlineDraft(
        String id, SectionKind kind, String heading, String parent, String text, boolean hasParts, int place) {}
