package jirei.corpus.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jirei.corpus.lexicon.ControlledVocabulary;
import jirei.corpus.text.CorpusLimits;
import jirei.corpus.text.DiagnosticCollector;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Parses the sections below the front matter of one file. Not thread-safe. */
final class MarkdownSectionParser {
    /** A list item takes two block parsers; one level more than the limit must be parsed to be reported. */
    private static final int MAX_OPEN_BLOCKS = 2 * (CorpusLimits.MAX_NESTING + 2);

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
            .build();
    private static final String ID_START = "{#";
    private static final Pattern ID = Pattern.compile("[^{}\\s]*");
    private static final int MAIN_LEVEL = 2;

    private final ControlledVocabulary vocabulary;
    private final DiagnosticCollector diagnostics;
    private final int linesAbove;
    private final String title;
    private final List<SectionBuilder> sections = new ArrayList<>();
    private List<String> bodyLines = List.of();
    private boolean isTextAboveReported;

    /**
     * @param linesAbove number of lines of the file before the body
     * @param title the title of the case, which may precede the sections as a level 1 heading
     */
    MarkdownSectionParser(
            ControlledVocabulary vocabulary, DiagnosticCollector diagnostics, int linesAbove, String title) {
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
        this.linesAbove = linesAbove;
        this.title = title;
    }

    /** Returns the sections of {@code body} in order. */
    List<SectionDraft> read(String body) {
        bodyLines = body.lines().toList();
        Node document = PARSER.parse(body);
        if (!isWithinLimits(document, body.length())) {
            return List.of();
        }
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading) {
                open(heading);
            } else {
                add(block);
            }
        }
        if (sections.size() > CorpusLimits.MAX_SECTIONS) {
            diagnostics.add(linesAbove + 1, tooManySections(sections.size()));
            return List.of();
        }
        if (sections.isEmpty()) {
            diagnostics.add(linesAbove + 1, "節が一つもありません。前書きの下に「## 見出し」で始まる節を書いてください");
        }
        return drafts();
    }

    /** Returns the problem of a case with {@code count} sections. */
    static String tooManySections(int count) {
        return "節が" + count + "あります。" + CorpusLimits.MAX_SECTIONS + "以下になるように事例を分けてください";
    }

    private boolean isWithinLimits(Node document, int length) {
        var limits = new MarkdownLimits(length);
        document.accept(limits);
        for (Node block : limits.tooDeep()) {
            diagnostics.add(line(block), "引用（>）や箇条書きの入れ子が" + CorpusLimits.MAX_NESTING + "段より深くなっています。余分な記号を消してください");
        }
        if (limits.hasTooManyLinks()) {
            diagnostics.add(linesAbove + 1, "[名前]: アドレス の形で書いたアドレスを繰り返し参照し、本文が長くなりすぎます。参照を減らしてください");
        }
        return limits.tooDeep().isEmpty() && !limits.hasTooManyLinks();
    }

    private void open(Heading heading) {
        int line = line(heading);
        String text = MarkdownText.inside(heading).replace("\n", " ");
        if (!bodyLines.get(line - linesAbove - 1).stripLeading().startsWith("#")) {
            diagnostics.add(line, "「" + text + "」がすぐ下の --- か === のために見出しになります。あいだに空行を入れるか、下の行を消してください");
        } else if (heading.getLevel() < MAIN_LEVEL) {
            if (!sections.isEmpty() || !text.equals(title)) {
                diagnostics.add(line, "「# " + text + "」は題と違う一段目の見出しです。「## " + text + "」に直してください");
            }
        } else {
            open(line, heading.getLevel() == MAIN_LEVEL, text);
        }
    }

    /** Opens a section with the heading {@code text}, which may end with an id, as in {@code {#s1}}. */
    private void open(int line, boolean isMain, String text) {
        String stripped = text.stripTrailing();
        int at = stripped.endsWith("}") ? stripped.lastIndexOf(ID_START) : -1;
        String id = at < 0 ? "" : stripped.substring(at + ID_START.length(), stripped.length() - 1);
        boolean hasId = at >= 0 && ID.matcher(id).matches();
        sections.add(new SectionBuilder(line, isMain, hasId ? stripped.substring(0, at) : text, hasId ? id : ""));
    }

    private void add(Node block) {
        if (block instanceof HtmlBlock html
                && MarkdownText.withoutComments(html.getLiteral()).contains("<!--")) {
            diagnostics.add(line(block), "<!-- で始まる注記が閉じられていません。終わりに --> を書いてください");
        }
        if (sections.isEmpty()) {
            String text = MarkdownText.of(block);
            if (!text.isEmpty() && !isTextAboveReported) {
                isTextAboveReported = true;
                diagnostics.add(line(block), "最初の見出しより前に本文があります。本文の上に「## 見出し」を書いてください");
            }
            return;
        }
        SectionBuilder section = sections.getLast();
        if (block instanceof BulletList list && !section.hasBody()) {
            addList(section, list);
        } else {
            section.addText(MarkdownText.of(block));
        }
    }

    /** Adds a list directly below the heading, whose first items may be the attributes of the section. */
    private void addList(SectionBuilder section, BulletList list) {
        boolean isBody = false;
        int lastLine = line(list);
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            SectionAttribute attribute = isBody ? null : SectionAttribute.of(item, line(item), vocabulary, diagnostics);
            if (attribute != null) {
                section.set(attribute, vocabulary, diagnostics);
            } else {
                boolean isBelowAttribute = !isBody && item.getPrevious() != null;
                isBody = true;
                if (isBelowAttribute && line(item) == lastLine + 1) {
                    diagnostics.add(
                            line(item),
                            "「" + MarkdownText.inside(item).lines().findFirst().orElse("")
                                    + "」は種別・主体・テーマ・親のどれでもありません。そのどれかに直すか、本文であれば上に空行を入れてください");
                }
                section.addText(MarkdownText.of(item));
            }
            lastLine = line(item);
        }
    }

    private int line(Node block) {
        List<SourceSpan> spans = block.getSourceSpans();
        return linesAbove + 1 + (spans.isEmpty() ? 0 : spans.getFirst().getLineIndex());
    }

    /**
     * Assigns parents and ids. The parent of a section of level 3 or deeper is the last level 2 section before it.
     * The nth level 2 section has the id sn and its kth subsection sn-k, or the next unused number.
     */
    private List<SectionDraft> drafts() {
        Set<String> usedIds = new HashSet<>();
        Map<String, Integer> nextNumbers = new HashMap<>();
        sections.forEach(section -> usedIds.add(section.givenId()));
        List<SectionDraft> drafts = new ArrayList<>();
        String main = "";
        int mains = 0;
        int inMain = 0;
        for (SectionBuilder section : sections) {
            mains += section.isMain() ? 1 : 0;
            inMain = section.isMain() ? 0 : inMain + 1;
            String prefix = section.isMain() ? "s" : (main.isEmpty() ? "s0" : main) + "-";
            int number = Math.max(section.isMain() ? mains : inMain, nextNumbers.getOrDefault(prefix, 1));
            String id = section.givenId();
            if (id.isEmpty()) {
                while (!usedIds.add(prefix + number)) {
                    number++;
                }
                id = prefix + number;
                nextNumbers.put(prefix, number + 1);
            }
            drafts.add(section.draft(id, section.isMain() ? "" : main, diagnostics));
            main = section.isMain() ? id : main;
        }
        return drafts;
    }
}
