-- What stood here was the day on which the letter came. When its number was issued stands in intake_acknowledgement alone, so
-- that the paper and the page that verifies it cannot differ.
alter table intake_formal_acknowledgement rename column issued_on to came_on;
