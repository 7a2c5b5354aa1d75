package content

import "smallwins/internal/diag"

// Rules are all rules of this package: what can be said about a file before
// anything is known about the others. Each finding of Load is of one of them.
var Rules = []*diag.Rule{
	notARecord, irregular, fileName, fileTooLarge, encoding, controlCharacter, unreadable,
	strategyMissing, strategyTwice, strategyID, settingsAddress, logoRule,
	frontMatterMissing, frontMatterOpen, frontMatterLimit, syntax, duplicateKey, anchor, tag, keyForm, remark, documents,
	fieldUnknown, fieldType, fieldList, fieldTerm, fieldNumber, fieldFlag, dateInvalid,
	proseBoth, proseTwice, unknownHeading, headingForm, emptySection, secondTitle, proseLimit,
	rawHTML, linkScheme, linkMissing, linkUnpublished, linkNoAddress, image, imageAlt,
	attachmentMissing, attachmentType, attachmentContent, attachmentLimit, attachmentName, attachmentCase, recordAlias,
}
