package jirei.corpus.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.cases.Theme;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes cases as Markdown with YAML front matter. Immutable. */
final class CaseMarkdownWriter {
    private static final YAMLMapper YAML = yaml(YAMLWriteFeature.MINIMIZE_QUOTES);
    private static final YAMLMapper QUOTED_YAML = yaml();
    private static final MarkdownRenderer MARKDOWN = MarkdownRenderer.builder().build();

    /** The backslash in Q\\&amp;A and home\\_care, which the renderer writes although it is not required. */
    private static final Pattern REDUNDANT_ESCAPE =
            Pattern.compile("\\\\(?=&(?![A-Za-z0-9#]{1,40};))|(?<=[A-Za-z0-9])\\\\(?=_[A-Za-z0-9])");

    private static final String SEPARATOR = "、";

    private final Map<String, List<String>> comments;
    private final Predicate<Section> hasActors;
    private final Predicate<Section> hasThemes;

    /**
     * @param comments the comments by section id; those about the whole file have the empty id
     * @param hasActors whether to write the actors of a section
     * @param hasThemes whether to write its themes
     */
    CaseMarkdownWriter(Map<String, List<String>> comments, Predicate<Section> hasActors, Predicate<Section> hasThemes) {
        this.comments = comments;
        this.hasActors = hasActors;
        this.hasThemes = hasThemes;
    }

    String write(CaseStudy caseStudy) {
        var out = new StringBuilder("---\n");
        CaseStudy own = caseStudy.withRegion(caseStudy.region().own()); // statistics never become figures of a case
        out.append(frontMatter(fields(own))).append("---\n");
        appendComments(out, "");
        String main = "";
        for (Section section : caseStudy.sections()) {
            append(out, section, main);
            main = section.parent().isEmpty() ? section.id() : main;
        }
        return out.toString();
    }

    /** Returns the fields of the case, with each facet that the corpus declares as a field. */
    private static Map<String, Object> fields(CaseStudy caseStudy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        CaseJson.frontMatterToMap(caseStudy).forEach((name, value) -> {
            if (!name.equals(CaseJson.FACETS)) {
                fields.put(name, value);
            }
        });
        caseStudy
                .facets()
                .values()
                .forEach((facet, values) -> fields.put(
                        facet.name(), values.isEmpty() ? SectionAttribute.NONE : String.join(SEPARATOR, values)));
        return fields;
    }

    /** Writes plain scalars if possible; line terminators and control characters are preserved only in quoted ones. */
    private static String frontMatter(Map<String, Object> fields) {
        boolean isPlain = fields.toString().codePoints().noneMatch(CaseMarkdownWriter::isControl);
        return (isPlain ? YAML : QUOTED_YAML).writeValueAsString(fields);
    }

    private static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static YAMLMapper yaml(YAMLWriteFeature... features) {
        return new YAMLMapper(YAMLFactory.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS, features)
                .build());
    }

    private void append(StringBuilder out, Section section, String main) {
        boolean isMain = section.parent().isEmpty();
        String heading = heading(section.heading());
        out.append('\n')
                .append(isMain ? "##" : "###")
                .append(heading.isEmpty() ? "" : " " + heading)
                .append(" {#")
                .append(section.id())
                .append("}\n\n");
        attribute(out, SectionAttribute.KIND, section.kind().label());
        if (hasActors.test(section)) {
            attribute(
                    out,
                    SectionAttribute.ACTORS,
                    section.actors().stream().map(Actor::name).collect(Collectors.joining(SEPARATOR)));
        }
        if (hasThemes.test(section)) {
            attribute(
                    out,
                    SectionAttribute.THEMES,
                    section.themes().stream().map(Theme::id).collect(Collectors.joining(SEPARATOR)));
        }
        section.facets()
                .values()
                .forEach((facet, values) -> attribute(
                        out, facet.name(), values.isEmpty() ? "" : paragraph(String.join(SEPARATOR, values))));
        if (!section.parent().equals(main) && !isMain) {
            attribute(out, SectionAttribute.PARENT, section.parent());
        }
        if (section.pages() != null) {
            attribute(out, SectionAttribute.PAGES, section.pages().toString());
        }
        if (section.ocrConfidence() != null) {
            attribute(
                    out,
                    SectionAttribute.OCR_CONFIDENCE,
                    section.ocrConfidence().toString());
        }
        appendComments(out, section.id());
        for (String paragraph : section.paragraphs()) {
            out.append('\n').append(paragraph(paragraph)).append('\n');
        }
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append("- ")
                .append(name)
                .append(": ")
                .append(value.isEmpty() ? SectionAttribute.NONE : value)
                .append('\n');
    }

    private void appendComments(StringBuilder out, String sectionId) {
        for (String comment : comments.getOrDefault(sectionId, List.of())) {
            out.append("\n<!-- ").append(comment.strip().replace("--", "－－")).append(" -->\n");
        }
    }

    private static String heading(String text) {
        var heading = new Heading();
        heading.setLevel(1);
        return text.isEmpty() ? "" : rendered(heading, text).substring("# ".length());
    }

    private static String paragraph(String text) {
        return rendered(new Paragraph(), text);
    }

    /** Renders {@code text} in {@code block}, with Markdown syntax escaped. */
    private static String rendered(Block block, String text) {
        block.appendChild(new Text(text));
        var document = new Document();
        document.appendChild(block);
        String markdown = REDUNDANT_ESCAPE
                .matcher(MARKDOWN.render(document))
                .replaceAll("")
                .stripTrailing();
        boolean isListOrFence = markdown.startsWith("+") || markdown.startsWith("~"); // not escaped by the renderer
        return isListOrFence ? "\\" + markdown : markdown;
    }
}
