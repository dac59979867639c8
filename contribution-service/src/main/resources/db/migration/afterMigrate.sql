-- Each time a service starts: the next years of bill_month have tables of their own. The year that runs keeps what it has.
select keep_months_of(extract(year from now() at time zone 'Asia/Shanghai')::integer + later)
from generate_series(1, 3) later;
