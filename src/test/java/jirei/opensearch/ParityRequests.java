package jirei.opensearch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cases.CaseStudy;
import jirei.cases.Indicator;
import jirei.cases.RegionFigures;
import jirei.cases.RegionWeights;
import jirei.cases.Section;
import jirei.query.ExpansionOptions;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.HitLayout;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;

/** Requests of every kind, with queries taken from the texts of some cases. */
final class ParityRequests {
    private static final Pattern COMPOUND = Pattern.compile("[\\p{IsHan}ァ-ー]{2,6}[のをとに][\\p{IsHan}ァ-ー]{2,6}");
    private static final Pattern NUMBER = Pattern.compile("[0-9０-９]+[\\p{IsHan}%％]?");
    private static final List<SortOrder> ORDERS = List.of(SortOrder.values());
    private static final List<String> TYPED = List.of(
            "みとり",
            "mitori",
            "ちいきほうかつけあ",
            "kaigo",
            "いしかい",
            "けあまね",
            "ケアマネ",
            "ほうもんかんご",
            "こんぴゅーた",
            "りはびり",
            "醫師會",
            "ﾘﾊﾋﾞﾘ",
            "取組",
            "取り組み",
            "平成29年度",
            "訪問看獲",
            "tougetu",
            "A",
            "医",
            "の",
            "",
            "*",
            "-",
            "見出し:研修",
            "県:大阪府",
            "主体:医師会",
            "本文:電話",
            "地域:村3",
            "(看取り OR 灯台) 記録",
            "看取り -医師会",
            "NOT 看取り",
            "-看取り",
            "\"看取りの記録\" OR 渡し船",
            "薬局|寄合",
            "灯台　渡し船　島　山道　電話 記録",
            "灯台守 アンケート コンピュータ 口腔ケア 島",
            "存在しないことば",
            "看取り 存在しないことば",
            "在宅で看取りをするには何が必要か",
            "医師会はどのように研修をしていますか",
            "退院のときにケアマネジャーへ電話で連絡する");

    private final Random random;
    private final List<String> ids;
    private final List<String> texts;
    private final List<RegionFigures> regions;

    ParityRequests(List<CaseStudy> cases, long seed) {
        this.random = new Random(seed);
        this.ids = cases.stream().map(CaseStudy::id).toList();
        this.texts = cases.stream()
                .flatMap(one -> one.sections().stream())
                .map(Section::text)
                .filter(text -> text.length() > 8)
                .toList();
        this.regions = cases.stream()
                .map(CaseStudy::region)
                .filter(region -> !region.figures().isEmpty())
                .toList();
    }

    /** Returns {@code count} requests. */
    List<SearchRequest> requests(int count) {
        List<SearchRequest> requests = new ArrayList<>();
        TYPED.forEach(typed -> requests.add(SearchRequest.of(typed)));
        while (requests.size() < count) {
            requests.add(filtered(SearchRequest.of(query())));
        }
        return requests;
    }

    private String query() {
        return switch (random.nextInt(9)) {
            case 0 -> excerpt(2 + random.nextInt(4));
            case 1 -> excerpt(2 + random.nextInt(3)) + " " + excerpt(2 + random.nextInt(3));
            case 2 -> "\"" + randomMatch(COMPOUND) + "\"";
            case 3 -> randomMatch(COMPOUND);
            case 4 -> excerpt(3) + " OR " + excerpt(3);
            case 5 -> excerpt(2) + " -" + excerpt(2);
            case 6 -> randomMatch(NUMBER) + " " + excerpt(2);
            case 7 -> excerpt(12 + random.nextInt(25));
            default -> TYPED.get(random.nextInt(TYPED.size()));
        };
    }

    private SearchRequest filtered(SearchRequest request) {
        return switch (random.nextInt(15)) {
            case 0 -> request.with(Facet.PREFECTURE, "北海道", "大阪府");
            case 1 ->
                request.filteredBy(Filters.NONE
                        .withSelected(Facet.ACTOR, Set.of("医師会"))
                        .withExcluded(Facet.THEME, Set.of("ア", "ウ")));
            case 2 -> request.filteredBy(Filters.NONE.withExcluded(Facet.ACTOR, Set.of("医師会", "保健所")));
            case 3 ->
                request.filteredBy(Filters.NONE.withRange(
                        Indicator.POPULATION, new NumberRange(new BigDecimal(5_000), new BigDecimal(40_000))));
            case 4 -> request.sortedBy(ORDERS.get(random.nextInt(ORDERS.size())));
            case 5 -> request.groupedByCase(true).withSize(5).withPage(1 + random.nextInt(2));
            case 6 ->
                request.filteredBy(Filters.NONE.withComparison(new RegionComparison(
                                regions.get(random.nextInt(regions.size())),
                                new RegionWeights(Map.of(Indicator.DENSITY, random.nextInt(4) / 2.0)),
                                random.nextInt(3) * 5)))
                        .sortedBy(SortOrder.REGION_SIMILARITY);
            case 7 ->
                request.with(ExpansionOptions.ALL.verbatim(true).variants(random.nextBoolean()))
                        .withPage(1 + random.nextInt(3));
            case 8 -> request.counting(Set.of(Facet.Fixed.values()));
            case 9 ->
                request.filteredBy(Filters.NONE
                                .withSelected(Facet.PREFECTURE, Set.of("北海道", "大阪府"))
                                .withSelected(Facet.MUNICIPALITY, Set.of("北海道松町", "大阪府竹町"))
                                .withExcluded(Facet.MUNICIPALITY, Set.of("北海道梅町")))
                        .counting(Set.of(Facet.COLLECTION));
            case 10 ->
                request.filteredBy(Filters.NONE
                                .withSelected(Facet.COLLECTION, Set.of("報告書1", "報告書3"))
                                .withExcluded(Facet.PREFECTURE, Set.of("北海道")))
                        .counting(Set.of(Facet.MUNICIPALITY));
            case 11 -> request.listedAs(HitLayout.MATCHES).withSize(10);
            case 12 -> request.filteredBy(Filters.NONE.withExcluded(Facet.RECOGNITION, Set.of(Facet.OCR)));
            case 13 -> {
                int from = random.nextInt(ids.size());
                yield request.filteredBy(
                        Filters.NONE.within(Set.copyOf(ids.subList(from, Math.min(ids.size(), from + 10)))));
            }
            default -> request;
        };
    }

    private String excerpt(int length) {
        while (true) {
            String text = texts.get(random.nextInt(texts.size()));
            int start = random.nextInt(Math.max(1, text.length() - length));
            String excerpt = text.substring(start, Math.min(text.length(), start + length));
            if (excerpt.chars().allMatch(Character::isLetterOrDigit)) {
                return excerpt;
            }
        }
    }

    private String randomMatch(Pattern pattern) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            String text = texts.get(random.nextInt(texts.size()));
            Matcher matcher = pattern.matcher(text);
            if (matcher.find(random.nextInt(text.length()))) {
                return matcher.group();
            }
        }
        return "看取り";
    }
}
