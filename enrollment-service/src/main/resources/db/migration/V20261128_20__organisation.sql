-- Organisations (组织机构): province, city, county, town, community, and the employers beside them ("4+1"). Where one hangs holds for days:
-- a move ends a row and begins another, so that the tree can be asked as of any day. Nothing is deleted.
create table organisation (
    code       text not null,
    level      text not null,
    name       text not null,
    parent     text,
    valid_from date,
    valid_to   date,
    untold     boolean not null default false,
    constraint organisation_once_a_day unique nulls not distinct (code, valid_from),
    constraint organisation_level check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'COMMUNITY', 'EMPLOYER')),
    constraint organisation_code check (case level
        when 'TOWN' then code ~ '^[0-9]{9}$'
        when 'COMMUNITY' then code ~ '^[0-9]{12}$'
        when 'EMPLOYER' then code ~ '^[0-9A-Z]{18}$'
        else code ~ '^[0-9]{6}$' end),
    constraint organisation_root check ((parent is null) = (level = 'PROVINCE')),
    constraint organisation_days_in_order check (valid_to >= valid_from)
);
-- One open row per organisation: two moves at once cannot both succeed.
create unique index organisation_open on organisation (code) where valid_to is null;
create index organisation_parent on organisation (parent, code);

comment on table organisation is 'Organisations of this cell and where each hangs, by days';
comment on column organisation.code is 'GB/T 2260 of six digits; statistical code (统计用区划代码) of nine digits for a town, twelve for a community; unified social credit code (统一社会信用代码) of an employer';
comment on column organisation.valid_from is 'First day; null: as far back as anybody asks';
comment on column organisation.valid_to is 'Last day; null while it holds';
comment on column organisation.untold is 'It moved here, and other services have not been told yet: they are on the day from which it holds';
create index organisation_untold on organisation (valid_from) where untold;

create function holds(valid_from date, valid_to date, day date) returns boolean immutable parallel safe language sql
return coalesce(valid_from <= day, true) and coalesce(valid_to >= day, true);

-- The digits that all codes of six digits in an area begin with; of a town or community the whole code, as no code of six does.
create function stem(area text) returns text immutable parallel safe language sql
return case when length(area) = 6 then regexp_replace(area, '(00)+$', '') else area end;

-- Whether a code lies in an area on a day. A code of six digits says itself where it lies; a town's or community's is asked of the tree.
-- area: its stem.
create function lies_in(place text, area text, day date) returns boolean stable parallel safe language sql as $$
    with recursive up as (
        select place as code
        union all
        select o.parent from up join organisation o on o.code = up.code and holds(o.valid_from, o.valid_to, day)
        where length(up.code) > 6
    )
    select exists (select from up
        where case when length(area) > 6 then code = area else length(code) = 6 and starts_with(code, area) end)
$$;

-- The county (or city, or province) that a code lies in on a day; null where the tree does not have it.
create function county_of(place text, day date) returns text stable parallel safe language sql as $$
    with recursive up as (
        select place as code
        union all
        select o.parent from up join organisation o on o.code = up.code and holds(o.valid_from, o.valid_to, day)
        where length(up.code) > 6
    )
    select code from up where length(code) = 6
$$;

-- All codes below an area on a day, the area itself first, each with the child of the area that it lies in (the area's own: itself).
create function below(area text, day date) returns table (code text, child text) stable parallel safe rows 1000 language sql as $$
    with recursive down as (
        select area as code, area as child
        union all
        select o.code, case when d.code = area then o.code else d.child end
        from down d join organisation o on o.parent = d.code and holds(o.valid_from, o.valid_to, day)
    )
    select code, child from down
$$;

-- Where a person lives, and the counters of towns and communities.
alter table person
    add column community text,
    add constraint person_community check (community ~ '^[0-9]{12}$');
comment on column person.community is 'Community (社区) in which the person lives, twelve digits; null while nobody has said it';
alter table person_area
    drop constraint person_area_place,
    add constraint person_area_place check (place ~ '^[0-9]{6}([0-9]{3}){0,2}$'),
    drop constraint person_area_because,
    add constraint person_area_because check (because in ('HUKOU', 'AGENCY', 'RELATION', 'COMMUNITY'));
create index person_area_by_place on person_area (place) where length(place) > 6;
comment on column person_area.place is 'GB/T 2260; nine or twelve digits for a town or community, which is in the county that the tree says';
comment on column person_area.because is 'HUKOU: household register; AGENCY: came to a counter there; RELATION: enrolled there; COMMUNITY: lives there';

-- Provinces, cities and counties by GB/T 2260: a line is an organisation and those below it, each by the digits that its code adds.
-- The names are those of the law's list of divisions. A cell takes its own province's.
with line as (
    select string_to_array(text, ',') as part from string_to_table($$
210000,辽宁省
210100,沈阳市,01市辖区,02和平区,03沈河区,04大东区,05皇姑区,06铁西区,11苏家屯区,12浑南区,13沈北新区,14于洪区,15辽中区,23康平县,24法库县,81新民市
210200,大连市,01市辖区,02中山区,03西岗区,04沙河口区,11甘井子区,12旅顺口区,13金州区,14普兰店区,24长海县,81瓦房店市,83庄河市
210300,鞍山市,01市辖区,02铁东区,03铁西区,04立山区,11千山区,21台安县,23岫岩满族自治县,81海城市
210400,抚顺市,01市辖区,02新抚区,03东洲区,04望花区,11顺城区,21抚顺县,22新宾满族自治县,23清原满族自治县
210500,本溪市,01市辖区,02平山区,03溪湖区,04明山区,05南芬区,21本溪满族自治县,22桓仁满族自治县
210600,丹东市,01市辖区,02元宝区,03振兴区,04振安区,24宽甸满族自治县,81东港市,82凤城市
210700,锦州市,01市辖区,02古塔区,03凌河区,11太和区,26黑山县,27义县,81凌海市,82北镇市
210800,营口市,01市辖区,02站前区,03西市区,04鲅鱼圈区,11老边区,81盖州市,82大石桥市
210900,阜新市,01市辖区,02海州区,03新邱区,04太平区,05清河门区,11细河区,21阜新蒙古族自治县,22彰武县
211000,辽阳市,01市辖区,02白塔区,03文圣区,04宏伟区,05弓长岭区,11太子河区,21辽阳县,81灯塔市
211100,盘锦市,01市辖区,02双台子区,03兴隆台区,04大洼区,22盘山县
211200,铁岭市,01市辖区,02银州区,04清河区,21铁岭县,23西丰县,24昌图县,81调兵山市,82开原市
211300,朝阳市,01市辖区,02双塔区,03龙城区,21朝阳县,22建平县,24喀喇沁左翼蒙古族自治县,81北票市,82凌源市
211400,葫芦岛市,01市辖区,02连山区,03龙港区,04南票区,21绥中县,22建昌县,81兴城市
310000,上海市,0101黄浦区,0104徐汇区,0105长宁区,0106静安区,0107普陀区,0109虹口区,0110杨浦区,0112闵行区,0113宝山区,0114嘉定区,0115浦东新区,0116金山区,0117松江区,0118青浦区,0120奉贤区,0151崇明区
370000,山东省
370100,济南市,01市辖区,02历下区,03市中区,04槐荫区,05天桥区,12历城区,13长清区,14章丘区,15济阳区,16莱芜区,17钢城区,24平阴县,26商河县,71济南高新技术产业开发区
370200,青岛市,01市辖区,02市南区,03市北区,11黄岛区,12崂山区,13李沧区,14城阳区,15即墨区,71青岛高新技术产业开发区,81胶州市,83平度市,85莱西市
370300,淄博市,01市辖区,02淄川区,03张店区,04博山区,05临淄区,06周村区,21桓台县,22高青县,23沂源县
370400,枣庄市,01市辖区,02市中区,03薛城区,04峄城区,05台儿庄区,06山亭区,81滕州市
370500,东营市,01市辖区,02东营区,03河口区,05垦利区,22利津县,23广饶县,71东营经济技术开发区,72东营港经济开发区
370600,烟台市,01市辖区,02芝罘区,11福山区,12牟平区,13莱山区,14蓬莱区,71烟台高新技术产业开发区,72烟台经济技术开发区,81龙口市,82莱阳市,83莱州市,85招远市,86栖霞市,87海阳市
370700,潍坊市,01市辖区,02潍城区,03寒亭区,04坊子区,05奎文区,24临朐县,25昌乐县,72潍坊滨海经济技术开发区,81青州市,82诸城市,83寿光市,84安丘市,85高密市,86昌邑市
370800,济宁市,01市辖区,11任城区,12兖州区,26微山县,27鱼台县,28金乡县,29嘉祥县,30汶上县,31泗水县,32梁山县,71济宁高新技术产业开发区,81曲阜市,83邹城市
370900,泰安市,01市辖区,02泰山区,11岱岳区,21宁阳县,23东平县,82新泰市,83肥城市
371000,威海市,01市辖区,02环翠区,03文登区,71威海火炬高技术产业开发区,72威海经济技术开发区,73威海临港经济技术开发区,82荣成市,83乳山市
371100,日照市,01市辖区,02东港区,03岚山区,21五莲县,22莒县,71日照经济技术开发区
371300,临沂市,01市辖区,02兰山区,11罗庄区,12河东区,21沂南县,22郯城县,23沂水县,24兰陵县,25费县,26平邑县,27莒南县,28蒙阴县,29临沭县,71临沂高新技术产业开发区
371400,德州市,01市辖区,02德城区,03陵城区,22宁津县,23庆云县,24临邑县,25齐河县,26平原县,27夏津县,28武城县,71德州经济技术开发区,72德州运河经济开发区,81乐陵市,82禹城市
371500,聊城市,01市辖区,02东昌府区,03茌平区,21阳谷县,22莘县,24东阿县,25冠县,26高唐县,81临清市
371600,滨州市,01市辖区,02滨城区,03沾化区,21惠民县,22阳信县,23无棣县,25博兴县,81邹平市
371700,菏泽市,01市辖区,02牡丹区,03定陶区,21曹县,22单县,23成武县,24巨野县,25郓城县,26鄄城县,28东明县,71菏泽经济技术开发区,72菏泽高新技术开发区
$$, E'\n') as text where starts_with(text, '${cell}')
), organisations as (
    select part[1] as code, part[2] as name, case when part[1] not like '__0000' then left(part[1], 2) || '0000' end as parent from line
    union all
    select left(part[1], 6 - length(digits)) || digits, substr(below, length(digits) + 1), part[1]
    from line cross join unnest(part[3:]) as below cross join substring(below from '^[0-9]+') as digits
)
insert into organisation (code, level, name, parent)
select code, case when code like '__0000' then 'PROVINCE' when code like '____00' then 'CITY' else 'COUNTY' end, name, parent
from organisations;
