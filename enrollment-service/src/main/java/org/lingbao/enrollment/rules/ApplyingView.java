package org.lingbao.enrollment.rules;

import java.time.LocalDate;
import java.util.List;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;
import org.lingbao.enrollment.joining.PaperView;
import org.lingbao.rules.enrollment.Applying;
import org.lingbao.rules.enrollment.Applying.Registration;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Place;

/**
 * How one applies to enroll in the employee scheme at a place (办事指南).
 *
 * @param on the day for which it is said
 * @param documents what to bring (参保材料): one of each list
 * @param channels where (办理渠道), by the names that people know them by
 * @param warnings what everybody is told before it costs them money (防骗提示)
 * @param before what has to be registered before: EMPLOYMENT (就业登记); both can be applied for at once, as one thing
 * @param explanation the same in a sentence, with where it stands written
 */
record ApplyingView(
        String place,
        LocalDate on,
        List<List<PaperView>> documents,
        List<String> channels,
        List<Finding> warnings,
        List<Registration> before,
        Trace explanation) {

    static ApplyingView of(Place place, LocalDate on, Explained<Applying> applying, List<Finding> warnings) {
        return new ApplyingView(
                place.code(),
                on,
                PaperView.of(applying.value().documents()),
                applying.value().channels().stream().map(Applying.Channel::name).toList(),
                warnings,
                applying.value().before().stream().sorted().toList(),
                applying.trace());
    }
}
