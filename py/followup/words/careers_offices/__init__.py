"""Careers offices: what one offers its students, and the page on which it makes that."""

from followup.words.careers_offices.made import *
from followup.words.careers_offices.offered import *
from followup.words.careers_offices.sample import *
