package org.lingbao.enrollment.certification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.enrollment.joining.Receipt;
import org.lingbao.enrollment.person.Holder;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.paper.Paper;
import org.lingbao.paper.Paper.Line;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** What the papers say, in the words of the agencies' forms: the name whole, the number masked. */
@ApplicationScoped
class PaperWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu年M月", Locale.ROOT);
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final String verifyAt;
    private final String cell;

    PaperWords(
            @ConfigProperty(name = "lingbao.certification.verify-at") String verifyAt,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.verifyAt = verifyAt;
        this.cell = cell;
    }

    Paper receipt(Receipt receipt, Holder holder) {
        var lines = holder(holder);
        lines.add(new Line("险种", scheme(receipt.scheme())));
        lines.add(new Line("参保地", place(receipt.place())));
        lines.add(new Line(
                "参保身份",
                switch (receipt.category()) {
                    case SELF_EMPLOYED_NO_EMPLOYEES -> "无雇工的个体工商户";
                    case PART_TIME_NOT_INSURED_BY_EMPLOYER -> "未在用人单位参保的非全日制从业人员";
                    case OTHER_FLEXIBLE -> "其他灵活就业人员";
                }));
        lines.add(new Line(
                "参保依据",
                switch (receipt.ground()) {
                    case HUKOU -> "户籍";
                    case WORK_PLACE -> "就业地";
                    case LICENCE -> "营业执照注册地";
                    case RESIDENCE_PERMIT -> "居住证";
                }));
        lines.add(new Line("办理结果", "符合条件，即时办结"));
        lines.add(new Line("参保起始月", month(receipt.from().atDay(1))));
        lines.add(new Line("受理日期", DAY.format(receipt.decidedOn())));
        return new Paper(
                "社会保险参保受理回执",
                "回执编号：" + receipt.number(),
                lines,
                List.of("扫描二维码或凭验证码可查验本回执的真伪。", "本回执不代表已经缴费，缴费情况以缴费凭证为准。"),
                proof(receipt.code()));
    }

    Paper certificate(CertificateRow row, Holder holder) {
        var lines = holder(holder);
        lines.add(new Line("险种", scheme(row.scheme)));
        lines.add(new Line("参保地", place(new Place(row.place))));
        lines.add(new Line(
                "缴费主体",
                switch (row.payer) {
                    case FLEXIBLE -> "个人（灵活就业）";
                    case EMPLOYED -> "用人单位";
                }));
        lines.add(new Line("参保起始月", month(row.fromMonth)));
        lines.add(new Line("参保终止月", row.toMonth == null ? "—（参保关系存续）" : month(row.toMonth)));
        if (!row.paused.isEmpty()) {
            lines.add(new Line(
                    "中断缴费", row.pausedMonths().stream().map(PaperWords::months).collect(Collectors.joining("、"))));
        }
        lines.add(new Line("开具日期", DAY.format(row.issuedOn)));
        return new Paper(
                "社会保险参保证明",
                "证明编号：%s-EC-%s-%s".formatted(cell, DIGITS.format(row.issuedOn), row.id),
                lines,
                List.of("本证明所载为开具之日的参保登记情况；扫描二维码或凭验证码可查验真伪以及是否仍与登记一致。", "本证明不代表已经缴费，缴费情况以缴费凭证为准。"),
                proof(row.verificationCode));
    }

    private static List<Line> holder(Holder holder) {
        return new ArrayList<>(List.of(
                new Line("姓名", holder.name().reveal()),
                new Line("社会保障号码", holder.number().masked())));
    }

    private Paper.Proof proof(String code) {
        return new Paper.Proof(code, verifyAt + code);
    }

    private static String scheme(Scheme scheme) {
        return switch (scheme) {
            case EMPLOYEE -> "企业职工基本养老保险";
            case RESIDENT -> "城乡居民基本养老保险";
            case MEDICAL -> "职工基本医疗保险";
            case INJURY -> "工伤保险";
        };
    }

    private static String place(Place place) {
        return place.name().map(name -> name + "（" + place.code() + "）").orElse(place.code());
    }

    private static String months(Months paused) {
        var to = paused.to();
        return MONTH.format(paused.from()) + (to == null ? "起" : "至" + MONTH.format(to));
    }

    private static String month(LocalDate firstDay) {
        return MONTH.format(YearMonth.from(firstDay));
    }
}
