package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Pages;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.SourceDocument;

/**
 * Reads the case collections of the 見える化プロジェクト from their printed pages, on which headings are known by their style
 * and boxes by their rules. Not thread-safe.
 */
final class PrintedReader {
    private final SourceDocument document;
    private final Lexicon lexicon;
    private final List<PrintedPiece> pieces;
    private final CaseCollection collection;
    private final List<CaseStudy> cases = new ArrayList<>();
    private final List<ImportWarning> warnings = new ArrayList<>();

    PrintedReader(SourceDocument document, Lexicon lexicon) {
        this.document = document;
        this.lexicon = lexicon;
        this.pieces = PrintedPiece.of(document.print().blocks());
        List<String> texts = pieces.stream().map(PrintedPiece::text).toList();
        this.collection = CaseCollection.of(
                Stream.concat(document.print().runningHeads().stream(), texts.stream())
                        .toList(),
                MierukaReader.ID_STEM,
                texts.stream().collect(Collectors.joining("\n")));
    }

    /** Returns whether the pages have a front page: the name of a prefecture and the praise of a place. */
    static boolean accepts(SourceDocument.Print print) {
        Set<LineGroupType> types =
                PrintedPiece.of(print.blocks()).stream().map(PrintedPiece::type).collect(Collectors.toSet());
        return types.contains(LineGroupType.PREFECTURE) && types.contains(LineGroupType.PRAISE);
    }

    ImportResult read() {
        Set<Integer> numbers = new HashSet<>();
        int number = 0;
        for (PrintedCase one : PrintedCase.split(pieces)) {
            boolean isNumbered = one.number().isPresent();
            number = one.number().orElse(number + 1);
            while (one.hasFrontPage() && !numbers.add(number)) {
                number++;
            }
            Optional<CaseStudy> read = one.hasFrontPage() ? read(one, number) : Optional.empty();
            read.ifPresent(cases::add);
            if (read.isEmpty()) {
                warnAboutUnplaced(one.pieces(), List.of(), "");
            } else if (!isNumbered) {
                warn(one.pieces().getFirst(), read.get().id(), "事例の番号がないため、並び順から" + number + "としました。");
            }
        }
        warnings.sort(Comparator.comparingInt(ImportWarning::firstLine));
        return new ImportResult(cases, warnings, document.unit());
    }

    private Optional<CaseStudy> read(PrintedCase one, int number) {
        FrontPage front = new PrintedFront(one.pieces()).read();
        Stream<PrintedPiece> before = one.pieces().subList(0, front.from()).stream()
                .dropWhile(piece -> piece.type() != LineGroupType.CAPTION);
        var body = new PrintedBody(
                Stream.concat(
                                before, // pictures, which a program may write before the text of their page
                                one.pieces().subList(front.to(), one.pieces().size()).stream())
                        .toList(),
                front,
                lexicon.actors());
        body.read();
        var builder = new CaseBuilder(collection, number, lexicon, this::pages);
        List<MierukaSection> drafts = new ArrayList<>(builder.highlights(front, body.mainHeadings()));
        drafts.addAll(body.sections());
        drafts.removeIf(draft -> draft.heading().isEmpty() && draft.text().isEmpty());
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        CaseStudy caseStudy = builder.build(front, body.region(), rights(body), drafts);
        warn(one, front, body, drafts, caseStudy);
        return Optional.of(caseStudy);
    }

    /** Returns the copyright notice in the body, or else in the running footers; empty for none. */
    private String rights(PrintedBody body) {
        return Stream.concat(
                        Stream.of(body.rights()),
                        document.print().runningHeads().stream()
                                .filter(text -> LineGroupType.isRightsNotice(new SourceLine(1, text, true)))
                                .map(text -> text.replaceFirst("^※", "")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Pages pages(MierukaSection draft) {
        List<Block> blocks = draft.lines().stream()
                .map(line -> pieces.get(line.number() - 1).block())
                .toList();
        int first = blocks.stream().mapToInt(Block::place).min().orElse(1);
        int last = blocks.stream().mapToInt(Block::lastPlace).max().orElse(first);
        return new Pages(first, last);
    }

    private void warn(
            PrintedCase one, FrontPage front, PrintedBody body, List<MierukaSection> drafts, CaseStudy caseStudy) {
        PrintedPiece first = one.pieces().getFirst();
        if (front.title().isEmpty() || front.place().isEmpty()) {
            warn(first, caseStudy.id(), WarningMessages.NO_TITLE);
        }
        if (body.region().figures().isEmpty()) {
            warn(first, caseStudy.id(), WarningMessages.NO_REGION);
        }
        for (int at = 0; at < drafts.size(); at++) {
            Pages pages = pages(drafts.get(at));
            String section = caseStudy.sections().get(at).id();
            WarningMessages.onText(drafts.get(at))
                    .ifPresent(message -> warnings.add(
                            new ImportWarning(pages.first(), pages.last(), caseStudy.id(), section, message)));
        }
        List<SourceLine> placed = new ArrayList<>(front.headLines());
        drafts.forEach(draft -> placed.addAll(draft.lines()));
        placed.addAll(body.placed());
        warnAboutUnplaced(one.pieces(), placed, caseStudy.id());
    }

    private void warnAboutUnplaced(List<PrintedPiece> all, List<SourceLine> placed, String id) {
        Set<Integer> numbers = placed.stream().map(SourceLine::number).collect(Collectors.toSet());
        for (PrintedPiece piece : all) {
            if (!numbers.contains(piece.number()) && !HeadingContext.isFurniture(piece.type())) {
                String text = JapaneseText.strip(piece.text());
                warn(piece, id, "「" + text + "」は" + WarningMessages.UNPLACED);
            }
        }
    }

    private void warn(PrintedPiece piece, String id, String message) {
        warnings.add(new ImportWarning(piece.block().place(), piece.block().lastPlace(), id, "", message));
    }
}
