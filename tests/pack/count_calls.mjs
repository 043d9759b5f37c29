/** Python that counts how many functions of the program a piece of work calls, as calls(work). */
export const COUNT_CALLS = `
import sys

def calls(work):
    count = 0
    def watch(frame, event, _argument):
        nonlocal count
        count += event == "call" and "/followup/" in frame.f_code.co_filename
    sys.setprofile(watch)
    work()
    sys.setprofile(None)
    return count
`;
