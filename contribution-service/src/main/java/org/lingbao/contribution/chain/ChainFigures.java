package org.lingbao.contribution.chain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.lingbao.watching.Figure;
import org.lingbao.watching.Watched;

/** What of the chain can be seen from outside. */
@ApplicationScoped
class ChainFigures implements Watched {
    /** An id tells when it was made. */
    private static final String OLDEST = """
            coalesce((select extract(epoch from clock_timestamp() - uuid_extract_timestamp(s.entry_set_id))
             from (select max(position) as position from chain_link) head
             left join chain_link l using (position)
             cross join lateral (
                 select entry_set_id from entry_set s
                 where (s.written_in, s.entry_set_id) > (coalesce(l.written_in, '0'),
                     coalesce(l.entry_set_id, '00000000-0000-0000-0000-000000000000'))
                 order by s.written_in, s.entry_set_id limit 1) s), 0)""";

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of(
                        "lingbao.chain.sets",
                        "how many entry sets of the ledger are sealed",
                        "coalesce((select max(position) from chain_link), 0)"),
                Figure.of(
                        "lingbao.chain.oldest.seconds",
                        "for how long the first entry set that is not sealed has waited; 0 if none does",
                        OLDEST));
    }
}
