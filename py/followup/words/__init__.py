"""Every sentence that the program can say. Pages hold the rest of the wording.

A sentence is a tuple of texts and days, so that the same sentence can be plain text (spoken,
copied) or marked up, where every day becomes a `<time>` element. Nothing is worked out here.

They stand by room: the file that a sentence is in is named for the page or the part that says it.
"""

from followup.words.bring_it_back import *
from followup.words.calendar import *
from followup.words.careers_offices import *
from followup.words.dates import *
from followup.words.every_page import *
from followup.words.interview_card import *
from followup.words.my_interviews import *
from followup.words.save_a_copy import *
from followup.words.sentence import *
from followup.words.settings import *
from followup.words.share_with_adviser import *
from followup.words.start import *
from followup.words.what_to_say import *
from followup.words.when_to_follow_up import *
