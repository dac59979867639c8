package org.lingbao.enrollment.duplicate;

import org.lingbao.enrollment.worklist.WorkLists;
import org.lingbao.enrollment.worklist.WorkLists.Somebody;
import org.lingbao.enrollment.worklist.domain.Kind;

/** The statements of this feature. */
final class MatchSql {
    static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('compare-persons', 0)) as alone";

    /** $1 how many. Whom a command has its hands on comes in a later round: neither waits for the other. */
    static final String TAKE = """
            delete from person_uncompared where person_id = any(array(
                select u.person_id from person_uncompared u join person p on p.id = u.person_id
                limit $1 for key share of p skip locked))
            returning person_id""";

    static final String FORGET_TRAITS = "delete from person_trait where person_id = any($1)";

    static final String KEEP_TRAITS = """
            insert into person_trait (person_id, kind, blind_index)
            select * from unnest($1::uuid[], $2::text[], $3::bytea[]) on conflict do nothing""";

    /**
     * $1 persons, $2 today with the two days of its tasks after it, $5 the province, $6 how many may share what makes them alike: what more
     * share, such as the phone of an agency, tells nobody apart. Whoever was said to be another than somebody is not asked about again,
     * under whatever number.
     */
    static final String OPEN = """
            with telling as materialized (
                select t.person_id, t.kind, t.blind_index from person_trait t
                where t.person_id = any($1)
                  and (select count(*) from (select from person_trait o
                       where o.kind = t.kind and o.blind_index = t.blind_index limit $6 + 1) few) <= $6
            ), alike as (
                select least(s.one, s.other) as first_person, greatest(s.one, s.other) as second_person,
                       array_agg(distinct s.kind order by s.kind) as traits
                from (select t.kind, coalesce(a.survivor_id, a.id) as one, coalesce(b.survivor_id, b.id) as other
                      from telling t join person_trait o on o.kind = t.kind and o.blind_index = t.blind_index
                          and o.person_id <> t.person_id
                      join person a on a.id = t.person_id join person b on b.id = o.person_id) s
                where s.one <> s.other group by 1, 2
            ), fresh as (
                select a.*, coalesce(common_area(a.first_person, a.second_person, $2::date), $5) as organisation
                from alike a
                where not exists (
                    select from same_person(a.first_person) one (id) cross join same_person(a.second_person) other (id)
                    join possible_match m on m.first_person = least(one.id, other.id)
                        and m.second_person = greatest(one.id, other.id))
            ), opened as (
                insert into possible_match (match_id, first_person, second_person, traits, organisation, found_on)
                select uuidv7(), first_person, second_person, traits, organisation, $2::date from fresh
                on conflict do nothing returning match_id, organisation
            )
            """
            + WorkLists.insertOf(
                    Kind.POSSIBLE_MATCH, "opened.organisation", "opened.match_id", Somebody.NOBODY, 2, "opened");

    static final String FIND = """
            select match_id, first_person, second_person, traits, found_on, decision, survivor_id, decided_on
            from possible_match where match_id = $1""";

    static final String LOCKED = FIND + " for update";

    static final String DECIDE = """
            update possible_match set decision = $2, survivor_id = $3, decided_on = $4, decided_issuer = $5, decided_by = $6
            where match_id = $1""";

    private MatchSql() {}
}
