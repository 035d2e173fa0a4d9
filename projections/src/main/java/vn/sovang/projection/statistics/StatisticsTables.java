package vn.sovang.projection.statistics;

/// The tables of the statistics; see the package.
final class StatisticsTables {
    static final String DDL =
            """
            create table unit (
                unit_id uuid primary key,
                name text not null,
                authority_name text not null,
                level text not null,
                parent uuid
            );

            create table award_type (
                code text not null,
                position bigint not null,
                name text not null,
                level text not null,
                valid_from date,
                valid_to date,
                primary key (code, position)
            );

            -- what an award line was counted under, for what happens to it later
            create table award (
                award_id uuid primary key,
                award text not null,
                level text not null,
                recipient_kind text not null,
                commendation_type text not null,
                authority uuid not null,
                proposing_unit uuid,
                recipient_unit uuid,
                effective_on date not null,
                late boolean not null,
                annulled boolean not null,
                stripped boolean not null,
                lost_on date
            );

            create table reissue_case (
                case_id uuid primary key,
                kind text not null,
                award text not null,
                recipient_kind text not null,
                commendation_type text not null,
                recipient_unit uuid,
                office uuid not null
            );

            create table cell (
                cell_id bigint primary key,
                key text collate "C" not null unique,
                measure text not null,
                award text not null,
                level text not null,
                recipient_kind text,
                commendation_type text,
                authority uuid,
                proposing_unit uuid,
                recipient_unit uuid,
                reissue_kind text,
                restatement boolean not null
            );

            -- which cells a bucket has, so that a period is answered without looking at others
            create table filled (
                bucket smallint not null,
                starts date not null,
                cell_id bigint not null,
                authority uuid,
                primary key (bucket, starts, cell_id)
            );
            create index filled_authority on filled (authority, bucket, starts);

            create table running (
                cell_id bigint not null,
                bucket smallint not null,
                starts date not null,
                position bigint not null,
                delta bigint not null,
                total bigint not null,
                late_total bigint not null,
                primary key (cell_id, bucket, starts, position)
            );

            create table counted (
                cell_id bigint not null,
                effective_on date not null,
                position bigint not null,
                known_at bigint not null,
                delta bigint not null,
                primary key (cell_id, effective_on, position)
            );
            """;

    private StatisticsTables() {}
}
