-- Each time a service starts: the years ahead have their tables of bill_month.
select keep_months_of(of_year)
from generate_series(2027, extract(year from now() at time zone 'Asia/Shanghai')::integer + 5) of_year;
