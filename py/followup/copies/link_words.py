"""What links of version 1 are packed with: words that stand in most of them, said once for all.

Frozen: whoever changes one letter here makes every link that was ever handed out unreadable. New
words need a new version of links, with a text of its own beside this one. What is said most often
stands last, as packing finds that cheapest.
"""

STEPS = (
    "start-list start-dates prep-examples prep-referees prep-questions prep-sheet prep-voicemail "
    "prep-adjust meet-names meet-cards meet-decision meet-next meet-contact meet-thank notes-date "
    "notes-questions notes-review notes-missed notes-detail notes-promises notes-agency "
    "thanks-decide thanks-write thanks-detail thanks-each thanks-check thanks-send "
    "thanks-promises ref-tell ref-who ref-job ref-points ref-reach ref-thank plan-decision "
    "plan-first plan-update first-channel first-script first-practise first-call first-voicemail "
    "first-newdate first-log first-email mail-wait mail-write mail-new mail-send mail-log "
    "mail-count wait-apply wait-check wait-reply wait-learn wait-offer wait-withdraw next-reply "
    "next-who next-notes next-answers next-online next-list offer-thank offer-deadline "
    "offer-others offer-time offer-check offer-answer offer-withdraw no-thank no-feedback "
    "no-future no-contacts no-learn no-rights quiet-last quiet-close quiet-keep quiet-referees"
)
PHRASES = (
    'asked_back"],["turned_down"],["withdrawn"],["closed"],["offer"],["none"],["country","GB"],'
    '["part"],["weekend","sat-sun"],["thanks","no"],["first-wait"],["grace"],["messages"],["gap"],'
    '["settings","own"],["show","core"],["choice",1,1,"first-channel","phone"],["choice",1,1,'
    '"archived","yes"],["choice",1,1,"outcome","employer"],["text",1,1,"role"],["text",1,1,'
    '"follows"],["text",1,1,"promised"],["raw"],["deleted",1,1,false],["removed",1,1,"aside",1,1,'
    '"exported",1,1,"calendar-first-0","calendar-later-1","calendar-close-4","backup","link",'
    '"remind-later","person",{},{},{"name":"","title":"","reach":"","said":""},"closed",{},'
    '{"closed-first":{"day":"","month":"December","year":"2027"},"closed-last":{"label":"'
    '"fields":{"kind":"they-called","they-other","they-emailed","purpose":"thanks","referee",'
    '"entry",1,1,"contact",{"kind":"spoke","purpose":"other"},{"kind":"called","purpose":"'
    'follow_up"},{"contact":{"day":"1","month":"12","year":"2026"},"new-decision":{"day":"",'
    '"month":"","year":""}},{"who":"","note":""},["answer",1,1,"outcome-day",["answer",1,1,'
    '"offer-deadline",["answer",1,1,"pin-1",[["format",2],["interview","all"],["interview","'
    '"],["written","2026-11-"],["tab","'
    '"],["answer",1,1,"interview",{"day":"24","month":"11","year":"2026"}],["answer",1,1,'
    '"decision",{"day":"8","month":"12","year":"2026"}],["written","2027-01-'
    '"],["tick",2,2,"",1,true],["tick",1,1,"",0,false],["tick",1,1,"",0,true],["tick",1,1,"'
)
WORDS = f"{STEPS}{PHRASES}".encode()
