;;; What a user does in Emacs: open, type a typo, see it, mend it, complete a field, read about one.  -*- lexical-binding: t -*-

(defun the-diagnostics ()
  "The diagnostics: the text that each is on, and the first line of its message."
  (mapcar (lambda (found)
            (cons (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found))
                  (car (split-string (flymake-diagnostic-text found) "\n"))))
          (flymake-diagnostics)))

(defun await (expected what)
  "Wait until the diagnostics are EXPECTED; WHAT is the state that has them."
  (eglot--signal-textDocument/didChange)
  (let ((end (+ (float-time) 10)))
    (while (and (not (equal (the-diagnostics) expected)) (< (float-time) end))
      (accept-process-output nil 0.02)
      (flymake-start)))
  (unless (equal (the-diagnostics) expected)
    (error "%s: got %S, expected %S" what (the-diagnostics) expected)))

(setq eglot-sync-connect 10
      eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil)
(find-file "tracker.jsonc")
(unless (eq (coding-system-eol-type buffer-file-coding-system) 1)
  (error "the file has CR LF"))
(unless (eq major-mode 'json-mode)
  (error "the mode is %s" major-mode))
;; In a batch there is no command after which `eglot-ensure' would act.
(run-hooks 'post-command-hook)
(unless (eglot-current-server)
  (apply #'eglot (eglot--guess-contact)))

(search-forward "\"tracker_name\"")
(replace-match "\"tracker_nmae\"" t t)
(await '(("\"tracker_nmae\"" . "ctslint [unknown-field]: unknown field `tracker_nmae`")) "the typo")

(let ((actions (append (eglot-code-actions (- (point) 3) nil "quickfix") nil)))
  (eglot--apply-workspace-edit (plist-get (car actions) :edit)))
(await nil "the mended file")
(goto-char (point-min))
(unless (search-forward "\"tracker_name\"" nil t)
  (error "the quick fix: %s" (buffer-string)))

(backward-char 3)
(let* ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)))
       (text (plist-get (plist-get hover :contents) :value)))
  (unless (string-match-p "v3:/tracker_name" text)
    (error "the hover: %s" text)))

(forward-char 3)
(delete-region (- (point) 14) (point))
(insert "\"is_\"")
(backward-char 1)
(pcase-let* ((`(,start ,end ,table . ,rest) (eglot-completion-at-point))
             (typed (buffer-substring-no-properties start end))
             (chosen (seq-find (lambda (name) (string-match-p "is_lts_enabled" name)) (all-completions typed table))))
  (unless chosen
    (error "the field is not offered for `%s'" typed))
  (delete-region start end)
  (insert chosen)
  (funcall (plist-get rest :exit-function) chosen 'finished))
(goto-char (point-min))
(unless (search-forward "\"is_lts_enabled\"" nil t)
  (error "the completed field: %s" (buffer-string)))
(set-buffer-modified-p nil)
